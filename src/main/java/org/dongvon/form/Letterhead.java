package org.dongvon.form;

import java.time.LocalDate;

/**
 * The head of an official paper as Annex I of Decree 30/2020/NĐ-CP orders it: who issues it on the left, the nation on the
 * right, below them number and place with date. What a borrower writes has no issuer.
 *
 * <p>Example: {@code Letterhead.ofOffice("Phòng giao dịch Lê Chân", "Lê Chân", 18/05/2024)}.
 *
 * @param parent the body above the issuer; empty when there is none
 * @param issuer who issues it; empty when a citizen writes it
 * @param number number and symbol; empty when it is given by hand
 * @param place where it is written; empty when it is filled in by hand
 * @param day the business day it is written on
 */
public record Letterhead(String parent, String issuer, String number, String place, LocalDate day) {

    /** The body above every office. */
    public static final String BANK = "Ngân hàng Chính sách xã hội";

    /** A paper of the bank's office whose number is given by hand. */
    public static Letterhead ofOffice(String office, String place, LocalDate day) {
        return new Letterhead(BANK, office, "", place, day);
    }

    /** A paper that a citizen writes. */
    public static Letterhead ofCitizen(String place, LocalDate day) {
        return new Letterhead("", "", "", place, day);
    }

    public boolean isOfCitizen() {
        return issuer.isEmpty();
    }
}
