package org.dongvon.document;

import org.dongvon.shared.text.Label;

/**
 * A document of the register. Example: {@code QD-2553-2025} is Decision 2553/QĐ-TTg of 21/11/2025, in force from
 * 1/12/2025.
 *
 * @param id its number in the register, the same on every server for shipped documents
 * @param code its code without accents, which data files and addresses use
 * @param number as printed on it
 * @param origin who issued it
 * @param kind what it is
 * @param title what it is about, in a few words
 * @param days when it was issued and holds
 * @param evidence where the row was read
 */
public record Document(
        long id,
        String code,
        String number,
        Origin origin,
        DocumentKind kind,
        Label title,
        DocumentDays days,
        Evidence evidence) {

    /**
     * Who issued a document.
     *
     * @param issuer the body
     * @param place the province of a local body, in Vietnamese; empty for a central one
     */
    public record Origin(Issuer issuer, String place) {}

    /**
     * How sure a row of the register is.
     *
     * @param mark the mark
     * @param source the kind of source, in the handbook's keys; empty for general knowledge
     */
    public record Evidence(Mark mark, String source) {}
}
