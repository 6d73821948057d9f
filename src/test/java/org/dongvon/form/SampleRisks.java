package org.dongvon.form;

import static org.dongvon.form.SampleParts.applicant;
import static org.dongvon.form.SampleParts.citizen;
import static org.dongvon.form.SampleParts.group;
import static org.dongvon.form.SampleParts.letterhead;
import static org.dongvon.form.SampleParts.office;

import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.RiskDebt;
import org.dongvon.form.paper.RiskDebtList;
import org.dongvon.form.paper.RiskMinutes;
import org.dongvon.form.paper.RiskRequest;

/** The papers of debts at risk. */
final class SampleRisks {

    private SampleRisks() {}

    private static RiskDebt debt(Size size) {
        var money = size.money();
        return new RiskDebt(
                size.loan(),
                "Sản xuất kinh doanh vùng khó khăn",
                money,
                SamplePapers.DAY,
                money,
                money,
                new RiskDebt.Loss("Thiên tai, hỏa hoạn, dịch bệnh, mất mùa", money, money.plus(money), "50,00"));
    }

    static RiskRequest riskRequest(Size size) {
        var asked = new RiskRequest.Asked("khoanh nợ", size.isLong() ? 60 : 0, size.written(), size.written());
        return new RiskRequest(citizen(), office(size), applicant(size), group(size), debt(size), asked);
    }

    static RiskMinutes riskMinutes(Size size) {
        var people = size.rows(7, n -> new RiskMinutes.Participant(size.name(), "Tổ trưởng Tổ TK&VV"));
        var found = new RiskMinutes.Found(SamplePapers.DAY, people, size.purpose(), size.purpose());
        var evidence = size.rows(
                9,
                n -> new RiskMinutes.Paper(
                        "Giấy xác nhận khuyết tật, suy giảm sức lao động",
                        "123456/2026/QĐ-UBND-NN",
                        "18/11/2026",
                        "Ủy ban nhân dân xã Hương Khê"));
        return new RiskMinutes(citizen(), applicant(size), group(size), debt(size), found, evidence);
    }

    static RiskDebtList riskDebts(Size size, FormCode code, int months) {
        var rows = size.rows(
                40, n -> new RiskDebtList.Row(n, size.name(), "thôn Phú Lâm, Xã Hương Khê", debt(size), months));
        return new RiskDebtList(
                letterhead(size),
                code,
                new RiskDebtList.Round("2026-1", 1, 2026, "DP-HUONGKHE-2026", "UBND tỉnh Hà Tĩnh"),
                rows);
    }
}
