package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/** 02/XLN, biên bản xác nhận nợ rủi ro: what those who looked at the damage found, and what they propose. */
public record RiskMinutes(
        Letterhead letterhead, Applicant borrower, GroupLine group, RiskDebt debt, Found found, List<Paper> evidence)
        implements FormDocument {

    public RiskMinutes {
        evidence = List.copyOf(evidence);
    }

    @Override
    public FormCode code() {
        return FormCode.RISK_MINUTES;
    }

    @Override
    public String subject() {
        return debt.loan();
    }

    /**
     * The meeting and what it found.
     *
     * @param people who took part, at most seven
     * @param state of the project and of what is left
     * @param proposal in the words of the minutes
     */
    public record Found(LocalDate heldOn, List<Participant> people, String state, String proposal) {

        public Found {
            people = List.copyOf(people);
        }
    }

    /** Who took part, and as what. */
    public record Participant(String name, String capacity) {}

    /** A paper of evidence; a day that is not known is empty. */
    public record Paper(String kind, String number, String issuedOn, String issuer) {}
}
