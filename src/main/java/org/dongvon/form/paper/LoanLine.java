package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;

/** The loan that a borrower writes about. */
public record LoanLine(
        String code, String programme, LocalDate disbursedOn, Dong amount, Dong outstanding, LocalDate finalDue) {}
