package org.dongvon.database;

import java.util.List;

/** What posting a sheet of a field device needs, and no more. */
final class SyncRights {

    static final List<String> ALL = List.of(
            "capital.allotment SELECT",
            "capital.allotment UPDATE (lent)",
            "capital.movement INSERT",
            "group.contract SELECT",
            "group.member SELECT",
            "group.v_contract SELECT",
            "ledger.entry INSERT",
            "ledger.journal INSERT",
            "ledger.journal SELECT",
            "ledger.journal_id USAGE",
            "ledger.voucher_counter INSERT",
            "ledger.voucher_counter SELECT",
            "ledger.voucher_counter UPDATE (last)",
            "loan.loan SELECT",
            "loan.loan UPDATE (stage, closed_on)",
            "loan.movement INSERT",
            "loan.movement SELECT",
            "loan.part SELECT",
            "loan.part UPDATE (principal, constant)",
            "loan.v_line SELECT",
            "organisation.business_day SELECT",
            "organisation.business_day UPDATE (office_id)",
            "programme.basis SELECT",
            "programme.cap SELECT",
            "programme.parameter SELECT",
            "programme.programme SELECT",
            "programme.rate_change SELECT",
            "programme.rate_series SELECT",
            "programme.reference_version SELECT",
            "programme.term SELECT",
            "savings.account SELECT",
            "savings.account UPDATE (balance)",
            "savings.movement INSERT",
            "savings.movement SELECT",
            "savings.v_movement SELECT",
            "session.cash_box SELECT",
            "session.cash_box UPDATE (balance)",
            "session.hand_in_line SELECT",
            "session.line_remark INSERT",
            "session.line_remark SELECT",
            "session.posting INSERT",
            "session.provisional SELECT",
            "session.provisional_end INSERT",
            "session.provisional_end SELECT",
            "session.provisional_final INSERT",
            "session.session SELECT",
            "session.session UPDATE (closed_at)",
            "session.v_provisional SELECT",
            "session.v_session SELECT",
            "shared.home_server SELECT",
            "shared.submission INSERT",
            "shared.submission SELECT");

    private SyncRights() {}
}
