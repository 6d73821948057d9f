package org.dongvon.capital.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** A village in a province of its own, with the two persons who give its targets. */
public final class PlanVillage {

    public static final long MILLION = 1_000_000;

    private final ApplicationContext beans;
    public final Village village;
    public final String province;
    public final String office;
    public final String point;
    public final Actor maker;
    public final Actor manager;

    public PlanVillage(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
        var db = beans.getBean(OwnerDb.class);
        office = db.sql("select code from organisation.unit where id = :id")
                .param("id", village.office)
                .query(String.class)
                .single();
        province = "T-" + office;
        point = office + "-01";
        db.sql("""
                        with unit as (
                            insert into organisation.unit (code, kind, name, valid_from)
                            values (:code, 'PROVINCE', 'Tỉnh ' || :code, date '2003-01-01')
                            returning id)
                        insert into organisation.unit_parent (unit_id, parent_id, valid)
                        select :office, id, daterange('2003-01-01', null) from unit
                        """).param("code", province).param("office", village.office).update();
        maker = person(1, Role.ACCOUNTANT);
        manager = person(2, Role.MANAGER);
    }

    private Actor person(int number, Role role) {
        long id = village.office * 1000 + number;
        return new Actor(id, id, "kh" + number, "Bùi Thị Tâm", role, village.office, village.director.scope());
    }

    /** The line of jobs by the centre's money in 2024. */
    public String line(String unit) {
        return "2024:" + unit + ":GQVL:CENTRAL";
    }

    /** Gives targets from April to December, in million đồng, by two persons. */
    public void give(String unit, Map<String, Long> millions) {
        give(unit, new Months(4, 12), millions);
    }

    public void give(String unit, Months months, Map<String, Long> millions) {
        approve(ask(line(unit), months, millions));
    }

    public long ask(String line, Months months, Map<String, Long> millions) {
        var targets = new java.util.TreeMap<String, Dong>();
        millions.forEach((key, amount) -> targets.put(key, new Dong(amount * MILLION)));
        return ask(PlanChange.NAME, line, PlanChange.wanted(months, targets));
    }

    public long ask(String kind, String subject, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new Proposal(
                                UUID.randomUUID(),
                                kind,
                                subject,
                                wanted,
                                new Basis("theo quyết định", "QD-131-2002", null)));
    }

    public void approve(long id) {
        beans.getBean(DecideChange.class).approve(manager, UUID.randomUUID(), id);
    }

    /** The target that holds, in million đồng; −1 where there is none. */
    public long target(String unit, String hamlet, int month) {
        return beans.getBean(OwnerDb.class)
                .sql("""
                        select coalesce(max(v.amount) / 1000000, -1)
                          from capital.v_plan_target v
                          join organisation.unit u on u.id = v.unit_id
                         where u.code = :unit and v.hamlet = :hamlet and v.month = :month and v.year = 2024
                        """)
                .param("unit", unit)
                .param("hamlet", hamlet)
                .param("month", month)
                .query(Long.class)
                .single();
    }

    static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
