package org.dongvon.form.paper;

/**
 * Who asks for a loan, as form 01/TD names them. All are texts: what is not known is empty and is filled in by hand.
 *
 * @param bornOn date of birth as printed
 * @param identity number of the identity card as it may be shown
 * @param issued date and place of the card's issue
 * @param address hamlet, commune, province
 */
public record Applicant(
        String name,
        String bornOn,
        String sex,
        String ethnicity,
        String identity,
        String issued,
        String address,
        String phone) {}
