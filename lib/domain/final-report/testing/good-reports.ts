import type { TypedFinalReport } from '#lib/domain/final-report/typed-report.ts';

type Told = Partial<TypedFinalReport> & Pick<TypedFinalReport, 'occupation' | 'activities' | 'progress'>;

const told = (report: Told): TypedFinalReport => ({
  jobs: [],
  level: '',
  programme: '',
  weeks: '',
  seeking: '',
  other: '',
  next: '',
  ...report,
});

/** Final reports as coaches write them who have thought of the next one: none may be taken for thin, nor for each other. */
export const GOOD_REPORTS: readonly TypedFinalReport[] = [
  told({
    occupation: 'work',
    jobs: [{ field: 'Transport', group: 'Lagerarbetare', form: 'fixedTerm', extent: '75' }],
    activities: {
      individualMeeting: {
        done: 'Möten varannan vecka på kontoret i Flen, elva stycken. Vi gick igenom ansökningar och följde upp svar.',
        worked: 'Fasta tider på tisdagar. Han kom till alla möten utom två och hade alltid med sig annonser.',
        notWorked: 'Telefonmöten gav lite: han hör dåligt på vänster öra och missade frågor.',
      },
      employerContacts: {
        done: 'Ringde fjorton arbetsgivare inom lager, besökte tre. Terminalen i Katrineholm tog emot honom på två veckors praktik.',
        worked: 'Att jag följde med första dagen och presenterade honom för arbetsledaren.',
        notWorked: 'Bemanningsföretagen svarade aldrig, de vill ha truckkort från början.',
      },
    },
    progress:
      'Från att inte ha sökt något alls skickar han nu ansökningar själv, och praktiken ledde till ett vikariat på deltid.',
  }),
  told({
    occupation: 'seeking',
    seeking: 'Jobben inom hans yrke kräver svensk legitimation. Valideringen är inskickad men inte besvarad.',
    activities: {
      mapping: {
        done: 'Tre träffar: utbildning till tandläkare i Damaskus, tio års arbete, inga svenska papper än.',
        worked: 'Vi ritade hans väg till legitimation på ett papper som han har med sig överallt.',
        notWorked: 'Betygen var inte översatta när vi började, så två veckor gick åt till att vänta.',
      },
    },
    progress:
      'Han har skickat in ansökan till Socialstyrelsen, läser svenska tre på Komvux och har provat två dagar på en klinik i Eskilstuna.',
    next: 'Följ upp Socialstyrelsens svar i oktober. Kliniken på Drottninggatan tar gärna emot honom som tandsköterska under tiden.',
  }),
  told({
    occupation: 'studies',
    level: 'upperSecondary',
    programme: 'Vård och omsorg, Komvux Nyköping',
    weeks: '60',
    activities: {
      careerGuidance: {
        done: 'Två samtal med studievägledaren på Komvux och ett besök på vårdprogrammet, där hon fick prata med elever.',
        worked: 'Besöket avgjorde. Efter det ville hon söka, innan var hon rädd att vara äldst i klassen.',
        notWorked: 'Webbtestet om yrken passade inte, frågorna var för svåra på svenska.',
      },
      digitalSkills: {
        done: 'Lärplattformen, e-legitimation och mejl med bilagor, en timme i veckan under sex veckor.',
        worked: 'Små steg på hennes egen telefon i stället för på våra datorer.',
        notWorked: 'Inga hinder: hon övade hemma med sin dotter mellan gångerna.',
      },
    },
    progress:
      'Hon sökte in på egen hand, kom in i första omgången och har ordnat barnomsorg för kvällarna då lektionerna är sena.',
  }),
  told({
    occupation: 'switched',
    activities: {
      individualMeeting: {
        done: 'Vi sågs åtta gånger på biblioteket i Vingåker eftersom bussen till Katrineholm inte passade.',
        worked: 'Att ses nära hemmet. Hon öppnade sig när vi promenerade i stället för att sitta.',
        notWorked: 'Våra digitala möten: hon delar dator med tre barn och fick avbryta varje gång.',
      },
    },
    progress: 'Hon vet nu att hon vill arbeta med barn och har ett färdigt cv på både svenska och somaliska.',
    next: 'Boka studiebesök på förskolan Solrosen, rektorn Eva har sagt ja. Börja med barnskötarutbildningens språkkrav.',
  }),
  told({
    occupation: 'other',
    other: 'Föräldraledig sedan mitten av juni, vill komma tillbaka nästa vår.',
    activities: {
      languageSkills: {
        done: 'Yrkessvenska för restaurang: menyer, allergier, beställningar per telefon. Tolv pass i grupp om fyra.',
        worked: 'Rollspel där gruppen turades om att vara gäst. Hon tog alltid den svåraste rollen.',
        notWorked: 'Läsläxorna blev ogjorda, hon arbetade extra om kvällarna och hann inte.',
      },
    },
    progress:
      'Hon svarar i telefon på svenska utan att lämna över luren, det kunde hon inte i februari när vi började.',
    next: 'Ta kontakt i april. Hotellet vid stationen har frukostpass som går ihop med förskolans öppettider.',
  }),
  told({
    occupation: 'seeking',
    seeking: 'Han tackade nej till två erbjudanden på natten för att han är ensam med sonen.',
    activities: {
      practicalSupport: {
        done: 'Skrev om cv och brev till ett kortare, spelade in en video där han visar hur han svetsar.',
        worked: 'Videon. Tre verkstäder ringde upp inom en vecka efter att de hade sett den.',
        notWorked: 'Mässan i Västerås gav inga samtal, där söktes bara ingenjörer.',
      },
    },
    progress:
      'Svetslicensen är förnyad sedan augusti och han har provjobbat en dag hos Mälarsvets som vill ha honom på dagtid.',
    next: 'Ring Mälarsvets i november när deras nya order börjar. Undersök nattis i Torshälla, då öppnas fler skift.',
  }),
  told({
    occupation: 'work',
    jobs: [
      { field: 'Sanering och renhållning', group: 'Lokalvårdare', form: 'permanent', extent: '50' },
      { field: 'Hotell, restaurang, storhushåll', group: 'Köksbiträde', form: 'hourly', extent: '30' },
    ],
    activities: {
      motivationalTalks: {
        done: 'Fem samtal om vad som hindrade henne från att söka: mest oro för att mista försörjningsstödet.',
        worked: 'Att räkna tillsammans på vad som blir kvar i plånboken varje månad om hon arbetar halvtid.',
        notWorked: 'Gruppsamtalet: hon sa ingenting där och bad att få slippa nästa gång.',
      },
    },
    progress:
      'Hon gick från fyra års uppehåll till två anställningar som tillsammans är åttio procent av heltid.',
  }),
  told({
    occupation: 'seeking',
    seeking: 'Få it-jobb för nybörjare i länet, och han kan inte flytta före sommaren.',
    activities: {
      shortTraining: {
        done: 'Distanskurs i Python, fyra veckor, med ett eget projekt: en app som visar busstider i Gnesta.',
        worked: 'Projektet höll honom igång. Han visade upp det på ett företag i Södertälje.',
        notWorked: 'Första kursen var på engelska och gick för fort, vi bytte efter tre dagar.',
      },
      individualMeeting: {
        done: 'Videomöte varje måndag med veckans mål, och två besök på plats för att öva intervju.',
        worked: 'Korta mål som gick att bocka av. Han skrev dem själv i en delad lista.',
        notWorked: 'Han ställde in när han låg efter; det blev bättre när vi sa att det var okej.',
      },
    },
    progress:
      'Två intervjuer på tre månader, båda gångerna vidare till andra omgången, vilket aldrig har hänt honom förut.',
    next: 'Sök traineeprogrammet hos regionen senast första februari. Låt honom öva på arbetsprov, där föll han sist.',
  }),
  told({
    occupation: 'switched',
    activities: {
      health: {
        done: 'Promenadgrupp torsdagar och ett schema för sömn som vi följde upp varje vecka under hösten.',
        worked: 'Gruppen: hon började komma tio minuter tidigare för att hinna prata med de andra.',
        notWorked: 'Gymkortet användes inte, det låg för långt bort och hon kände ingen där.',
      },
    },
    progress: 'Hon orkar nu fyra timmar i sträck, mot två när vi började, och kommer i tid på morgonen.',
    next: 'Höj till fem timmar på second hand-butiken i Strängnäs innan ni söker vanliga anställningar. Kontakt: Birgitta.',
  }),
  told({
    occupation: 'studies',
    level: 'vocational',
    programme: 'Elektriker, yrkeshögskolan i Norrköping',
    weeks: '80',
    activities: {
      ownWork: {
        done: 'Han räknade matematik 1b i en app, en timme om dagen, och mejlade mig resultatet på fredagar.',
        worked: 'Appen visade streck för varje dag; han bröt inte raden på sju veckor.',
        notWorked: 'Algebra fastnade han i två gånger. Mattestugan på biblioteket löste det.',
      },
      information: {
        done: 'En halv dag om studiestöd: csn, merkostnadslån för verktyg och vad som händer med a-kassan.',
        worked: 'Exempel med hans egna siffror, så att han såg att det gick ihop.',
        notWorked: 'Broschyrerna på svenska var för täta, jag fick förklara dem muntligt.',
      },
    },
    progress:
      'Behörig till yrkeshögskolan sedan provet i maj, antagen i juli, och har bostad ordnad hos sin kusin.',
  }),
];
