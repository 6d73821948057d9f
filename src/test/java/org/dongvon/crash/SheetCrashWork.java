package org.dongvon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.support.Village;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten members' principal and deposits in one journal, through the use case. */
public final class SheetCrashWork implements CrashWork {

    private static final int MEMBERS = 10;

    private static final String SESSION = """
            select s.id, s.office_id, s.teller_id from session.session s where s.state = 'OPEN' order by s.held_on desc limit 1
            """;

    private static final String LOANS = """
            select id, member_id, group_id from loan.loan where stage = 'ACTIVE' order by id
            """;

    private @Nullable Place place;

    @Override
    public void prepare(BeanFactory beans, JdbcClient owner) {
        var village = Village.in((ApplicationContext) beans, "K");
        var group = village.group(1, MEMBERS, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(900_000_000), group);
    }

    @Override
    public void post(BeanFactory beans, UUID key, long number) {
        var at = place(beans);
        var lines = new ArrayList<SheetLine>();
        for (int i = 0; i < at.loans().size(); i++) {
            var loan = at.loans().get(i);
            var line = UUID.nameUUIDFromBytes((key + " " + i).getBytes(StandardCharsets.US_ASCII));
            lines.add(new SheetLine(
                    line, loan.member(), loan.id(), Dong.ZERO, new Dong(1_000), new Dong(1), Payer.BORROWER));
        }
        var sheet = new Sheet(key, at.session(), at.loans().getFirst().group(), lines);

        assertThat(beans.getBean(PostSheet.class).run(at.teller(), sheet).posted())
                .isEqualTo(MEMBERS);
    }

    @Override
    public List<UUID> stored(JdbcClient owner) {
        return owner
                .sql("select submission from ledger.journal where kind = 'COUNTER'")
                .query(UUID.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public void verify(BeanFactory beans, JdbcClient owner) {
        var checked = beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {});

        assertThat(checked).hasSizeGreaterThan(10).allMatch(Verification.Checked::holds);
    }

    private Place place(BeanFactory beans) {
        var known = place;
        if (known == null) {
            known = beans.getBean(Transactions.class).read(Actor.SYSTEM, () -> read(beans.getBean(JdbcClient.class)));
            place = known;
        }
        return known;
    }

    private static Place read(JdbcClient db) {
        var loans = db.sql(LOANS)
                .query((row, n) -> new OneLoan(row.getLong("id"), row.getLong("member_id"), row.getLong("group_id")))
                .list();
        return db.sql(SESSION)
                .query((row, n) -> new Place(
                        row.getLong("id"),
                        new Actor(
                                row.getLong("teller_id"),
                                row.getLong("teller_id"),
                                "teller",
                                "Lê Thu Hà",
                                Role.TELLER,
                                row.getLong("office_id"),
                                Scope.COUNTRY),
                        loans))
                .single();
    }

    private record Place(long session, Actor teller, List<OneLoan> loans) {}

    private record OneLoan(long id, long member, long group) {}
}
