package org.dongvon.capital.gift;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.QrPicture;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the public reads of donations, and the code by which a receipt leads there. */
@Component
@WebOnly
class GiftPages {

    private static final String TOTALS = """
            select code, name_vi, name_en, office, goal, starts_on, ends_on, gifts, received, allocated, refunded
              from capital.campaign_totals()
            """;

    private static final String GIFT = """
            select campaign, name_vi, name_en, office, number, given_on, amount, allocated, refunded, booked_on, sealed
              from capital.gift_of(:point, :line)
            """;

    private final JdbcClient db;
    private final ReceiptCode codes;
    private final String address;

    GiftPages(JdbcClient db, ReceiptCode codes, @Value("${dongvon.address:}") String address) {
        this.db = db;
        this.codes = codes;
        this.address = address.replaceFirst("/+$", "");
    }

    /** The code of a gift's receipt, as a link and as a picture. */
    Check check(GiftBook.Gift gift) {
        var line = new ReceiptCode.Line(gift.receipt().pointId(), gift.receipt().line());
        var amounts = Long.toString(gift.amount().amount());
        var site = address.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address;
        var link = site + "/gifts/" + codes.of(line, amounts);
        return new Check(link, codes.mark(line, amounts), QrPicture.of(link));
    }

    List<Total> totals() {
        return db.sql(TOTALS)
                .query((row, n) -> new Total(
                        row.getString("code"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("office"),
                        new Campaign.Days(
                                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                        row.getLong("goal") == 0 ? null : new Dong(row.getLong("goal")),
                        new Campaign.Sums(
                                row.getLong("gifts"),
                                new Dong(row.getLong("received")),
                                new Dong(row.getLong("allocated")),
                                new Dong(row.getLong("refunded")),
                                Dong.ZERO)))
                .list();
    }

    /**
     * The gift that a code names, without its donor.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_GIFT}
     */
    Public gift(String code) {
        var read = codes.read(code).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_GIFT, ""));
        return db.sql(GIFT)
                .param("point", read.line().pointId())
                .param("line", read.line().id())
                .query((row, n) -> new Public(
                        Campaign.receipt(row.getString("campaign"), row.getInt("number")),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("office"),
                        row.getObject("given_on", LocalDate.class),
                        new Dong(row.getLong("amount")),
                        new GiftBook.Used(new Dong(row.getLong("allocated")), new Dong(row.getLong("refunded")), ""),
                        new Booked(row.getObject("booked_on", LocalDate.class), row.getBoolean("sealed"))))
                .optional()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_GIFT, ""));
    }

    /** The page's address, the mark of the amount, and the address as a picture. */
    record Check(String link, String mark, QrPicture qr) {}

    /** What came of a campaign. */
    record Total(
            String code,
            Label name,
            String office,
            Campaign.Days days,
            @Nullable Dong goal,
            Campaign.Sums sums) {}

    /** On which day it entered the books, and whether that day is sealed. */
    record Booked(LocalDate on, boolean sealed) {}

    /** A gift as anybody may see it. */
    record Public(
            String receipt,
            Label campaign,
            String office,
            LocalDate on,
            Dong amount,
            GiftBook.Used used,
            Booked booked) {}
}
