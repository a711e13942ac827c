//! Messages about the tables of a base.
