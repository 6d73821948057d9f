package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 01/UQ, giấy ủy quyền: the adult members of a household name the one who borrows for all.
 *
 * @param members all adults of the household, the authorised person among them or not
 * @param purpose what the loan is for, with its programme; empty when written by hand
 * @param commune the people's committee that confirms
 */
public record Delegation(
        Letterhead letterhead,
        Applicant authorised,
        List<Member> members,
        String purpose,
        String hamlet,
        String commune)
        implements FormDocument {

    public Delegation {
        members = List.copyOf(members);
    }

    @Override
    public FormCode code() {
        return FormCode.DELEGATION;
    }

    @Override
    public String subject() {
        return authorised.name();
    }

    /**
     * A member of the household.
     *
     * @param relation to its head
     */
    public record Member(String name, int yearOfBirth, String identity, String relation) {}
}
