package org.dongvon.programme;

import java.time.LocalDate;
import org.dongvon.shared.text.Label;

/**
 * A credit programme (chương trình tín dụng). Example: {@code HONGHEO}, number 1, is lending to poor households.
 *
 * @param id its place in the national list, 1 to 32; the same everywhere
 * @param code its code, which commands, files and addresses use
 * @param bankCode the two digits of the bank's core system; empty where not seen
 * @param name its name
 * @param state whether it still lends, on the latest open day of all offices
 * @param channel through groups, directly, or both; likewise
 * @param terms how long and how it lends; likewise. {@link ReferenceBook#on} has them as of a day
 * @param basis its documents
 */
public record Programme(
        int id,
        String code,
        String bankCode,
        Label name,
        ProgrammeState state,
        Channel channel,
        ProgrammeTerms terms,
        LegalBasis basis) {

    /** The same programme as its rules stand on a day. */
    Programme ruledBy(TermBook rules, LocalDate day) {
        return new Programme(
                id,
                code,
                bankCode,
                name,
                rules.state(code, day),
                rules.channel(code, day),
                rules.terms(code, day),
                basis);
    }
}
