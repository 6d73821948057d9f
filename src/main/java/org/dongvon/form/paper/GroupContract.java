package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 11/TD, hợp đồng ủy nhiệm: the office authorises the group's board to collect interest and deposits, never principal.
 *
 * @param office party A
 * @param board party B
 * @param covers what the board is authorised to collect
 * @param from from when it holds
 * @param commission what the board gets, in the words of the rule in force; empty when it is told by the rules alone
 */
public record GroupContract(
        Letterhead letterhead,
        Office office,
        GroupLine group,
        Board board,
        Covers covers,
        LocalDate from,
        String commission)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.GROUP_CONTRACT;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** What is authorised; never principal. */
    public enum Covers {
        INTEREST,
        INTEREST_AND_SAVINGS
    }

    /** Whether deposits are collected too. */
    public boolean isWithSavings() {
        return covers == Covers.INTEREST_AND_SAVINGS;
    }

    /** Party A. */
    public record Office(String name, String address, String representative, String position) {}

    /** Party B: head and deputy with the numbers of their cards as they may be shown. */
    public record Board(String head, String headIdentity, String deputy, String deputyIdentity) {}
}
