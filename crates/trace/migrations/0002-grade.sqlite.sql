-- Which grade of the Core Business Vocabulary an event reaches, and how many of a document do; none of what was
-- captured before there were grades.

ALTER TABLE event ADD COLUMN grade INTEGER;
ALTER TABLE job ADD COLUMN compliant INTEGER;
ALTER TABLE job ADD COLUMN compatible INTEGER;
