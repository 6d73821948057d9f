package org.dongvon.loan.disbursement;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/**
 * Whose account a loan is paid to.
 *
 * @param holder the name of the account
 * @param account its number, without spaces
 * @param document the invoice or contract that is paid; a seller's account needs one
 */
public record Payee(Kind kind, String holder, String account, String bank, String document) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Z]{4,30}");
    private static final Pattern GAPS = Pattern.compile("[\\s.-]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 120;
    private static final int LONGEST_DOCUMENT = 200;

    /**
     * The payee in one spelling.
     *
     * @throws Refused {@link LoanRefusal#PAYEE_INCOMPLETE}
     */
    public Payee {
        holder = plain(holder);
        account = GAPS.matcher(account).replaceAll("").toUpperCase(Locale.ROOT);
        bank = plain(bank);
        document = plain(document);
        boolean papers = document.length() <= LONGEST_DOCUMENT && (kind == Kind.BORROWER || !document.isEmpty());
        if (!fits(holder) || !fits(bank) || !ACCOUNT.matcher(account).matches() || !papers) {
            throw new Refused(LoanRefusal.PAYEE_INCOMPLETE);
        }
    }

    private static String plain(String typed) {
        return Spelling.of(typed);
    }

    private static boolean fits(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    /** Whose account it is. */
    public enum Kind {
        BORROWER,
        /** Of what the loan is for. */
        SELLER
    }
}
