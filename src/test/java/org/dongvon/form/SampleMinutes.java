package org.dongvon.form;

import static org.dongvon.form.SampleParts.letterhead;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.MeetingMinutes;

/** Minutes of a coordination meeting. */
final class SampleMinutes {

    private SampleMinutes() {}

    static MeetingMinutes of(Size size) {
        var texts = List.of(size.purpose(), size.purpose());
        return new MeetingMinutes(
                letterhead(size),
                new MeetingMinutes.Held(
                        "HUONGKHE-01",
                        "Điểm giao dịch xã Hương Khê",
                        "Trụ sở Ủy ban nhân dân xã",
                        SamplePapers.DAY,
                        size.name(),
                        SamplePapers.DAY),
                size.rows(
                        35,
                        n -> new MeetingMinutes.Attendee("Tổ Phú Lâm " + n, size.name(), "Tổ phó dự thay", n % 2 == 0)),
                size.rows(
                        30,
                        n -> new MeetingMinutes.Row(
                                "HUONGKHE-T" + n,
                                "Tổ Phú Lâm " + n,
                                n % 3 == 0,
                                new MeetingMinutes.Debt(size.money(), Dong.ZERO, size.money()),
                                n,
                                size.money(),
                                "Trung bình")),
                size.isLong()
                        ? new MeetingMinutes.Texts(texts, texts, texts)
                        : new MeetingMinutes.Texts(List.of(), List.of(), List.of("Thống nhất")),
                size.isLong() ? "1e5a7d5f4ddb9bdc0b66db9763b875de5f47f2f9b3549979298a8f5f7a6efced" : "");
    }
}
