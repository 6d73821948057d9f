package org.dongvon.form;

/** A filled form: what is to be printed, and nothing of how. */
public interface FormDocument {

    /** Which form it is. */
    FormCode code();

    /** What stands above the title; its day chooses the wording. */
    Letterhead letterhead();

    /** What tells it from others of its kind, in the outline of a batch and in names of files: a group, a loan, a person. */
    String subject();
}
