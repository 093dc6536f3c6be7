-- What a participant answers changes how the month stands at the provider: lists that are kept in memory are asked for anew.
CREATE TRIGGER activity_answer_marks AFTER INSERT ON activity_answer REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement();
