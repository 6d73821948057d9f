package org.dongvon.document;

/** Who issues documents; a local issuer is completed by its province. */
public enum Issuer {
    NATIONAL_ASSEMBLY,
    GOVERNMENT,
    PRIME_MINISTER,
    STATE_BANK,
    MINISTRY_OF_FINANCE,
    /** Hội đồng quản trị of the bank. */
    BANK_BOARD,
    BANK,
    /** Ban Bí thư. */
    PARTY_SECRETARIAT,
    /** Tỉnh ủy, thành ủy. */
    PARTY_PROVINCE,
    /** Ủy ban nhân dân. */
    PEOPLES_COMMITTEE
}
