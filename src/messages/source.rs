//! Messages about the text of a file, before it is a question.
