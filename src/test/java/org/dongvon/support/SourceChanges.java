package org.dongvon.support;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Two persons of a village who sign a second contract of capital and move loans between it and the first. */
public final class SourceChanges {

    private static final long MILLION = 1_000_000;

    private final RequestChange request;
    private final DecideChange decide;
    private final OwnerDb owner;
    private final Village village;
    public final Actor maker;
    public final Actor manager;
    public final String former;
    public final String local;

    public SourceChanges(ApplicationContext beans, Village village) {
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.owner = beans.getBean(OwnerDb.class);
        this.village = village;
        this.maker = person(71, Role.FUND_OFFICER);
        this.manager = person(72, Role.MANAGER);
        this.former = "TW-" + village.code;
        this.local = "UT-" + village.code;
    }

    private Actor person(int number, Role role) {
        long id = village.office * 100 + number;
        return new Actor(id, id, "n" + number, "Bùi Thị Tâm", role, village.office, village.director.scope());
    }

    /** A contract of the province over 500 million, 300 received and so many granted to the office. */
    public SourceChanges sign(String programmes, long granted) {
        var today = owner.sql("select day from organisation.business_day where office_id = :office")
                .param("office", village.office)
                .query(LocalDate.class)
                .single();
        change(
                "capital.contract",
                local,
                Facts.none()
                        .text("source", "PROVINCE")
                        .text("owner", "UBND tỉnh")
                        .dong("amount", new Dong(500 * MILLION))
                        .date("signed-on", today)
                        .date("ends-on", null)
                        .text("office", village.code)
                        .text("programmes", programmes)
                        .text("area", null)
                        .dong("cap", null)
                        .text("series", null)
                        .count("priority", 50)
                        .text("risk", "30 %")
                        .text("fee", "50 %")
                        .text("boards", "15 %")
                        .text("added", "5 %"));
        change(
                "capital.money",
                local + ":RECEIVED",
                Facts.none().dong("amount", new Dong(300 * MILLION)).date("on", today));
        if (granted > 0) {
            grant(granted);
        }
        return this;
    }

    /** So many đồng of the second contract are granted to the office. */
    public void grant(long granted) {
        change("capital.grant", local + ":" + village.code, Facts.none().dong("granted", new Dong(granted)));
    }

    /** All loans, or those of the codes, pass; at most so many with so much principal. */
    public void move(String from, String to, @Nullable String codes, int count, long amount) {
        decide.approve(manager, UUID.randomUUID(), ask(from, wanted(to, codes, null, count, amount)));
    }

    public static Facts wanted(String to, @Nullable String codes, @Nullable String undoes, int count, long amount) {
        return Facts.none()
                .text("to", to)
                .text("programme", null)
                .text("point", null)
                .text("loans", codes)
                .text("undoes", undoes)
                .count("count", count)
                .dong("amount", new Dong(amount));
    }

    public long ask(String from, Facts wanted) {
        return ask("loan.source", from + ":" + village.code, wanted);
    }

    private void change(String kind, String subject, Facts wanted) {
        decide.approve(manager, UUID.randomUUID(), ask(kind, subject, wanted));
    }

    private long ask(String kind, String subject, Facts wanted) {
        return request.run(
                maker,
                new Proposal(
                        UUID.randomUUID(), kind, subject, wanted, new Basis("theo quyết định", "QD-131-2002", null)));
    }
}
