package org.dongvon.capital.plan;

import java.util.List;
import java.util.stream.Stream;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What communes ask for, and the form on which one asks. */
@Controller
class AskController {

    static final String PATH = "/plan/asks";

    private static final PlanLine NOTHING = new PlanLine(0, "", "", PlanSource.CENTRAL);

    private static final String COMMUNES = """
            select u.code, u.name
              from (select coalesce(p.commune_id, p.id) as id, bool_and(p.id <@ (select shared.scope())) as is_whole
                      from organisation.point p
                     where not (select shared.narrowed()) and not p.direct
                     group by coalesce(p.commune_id, p.id)) c
              join organisation.unit u on u.id = c.id
             where c.is_whole
             order by u.name collate public.vi, u.code
             limit 500
            """;

    private static final String ASKED = """
            select a.year, u.name, g.name_vi, g.name_en, a.source, a.amount, a.reason
              from capital.v_plan_ask a
              join organisation.unit u on u.id = a.unit_id
              join programme.v_programme g on g.id = a.programme_id
             where a.points <@ (select shared.scope()) and not (select shared.narrowed())
             order by a.year desc, u.name collate public.vi, g.code, a.source
             limit 500
            """;

    private final AskPlan ask;
    private final PlanPages pages;
    private final BusinessDays days;
    private final Transactions transactions;
    private final JdbcClient db;

    AskController(AskPlan ask, PlanPages pages, BusinessDays days, Transactions transactions, JdbcClient db) {
        this.ask = ask;
        this.pages = pages;
        this.days = days;
        this.transactions = transactions;
        this.db = db;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        form.withKey();
        return page(actor, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView create(Actor actor, Form form) {
        var key = form.key();
        var amount = form.money("amount");
        var subject = Stream.of("year", "unit", "programme", "source")
                .map(form::text)
                .map(String::strip)
                .toList();
        var line = form.read("unit", typed -> PlanLine.parse(String.join(":", subject)), NOTHING);
        if (form.isRight()) {
            try {
                ask.run(actor, key, line, new AskPlan.Wish(amount, form.text("reason")));
                return SeeOther.to(PATH);
            } catch (Refused refused) {
                form.refuse(refused.refusal() == CapitalRefusal.PLAN_NEEDS_REASON ? "reason" : "unit", refused);
            }
        }
        return page(actor, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Actor actor, HttpStatus status) {
        var page = new ModelAndView("capital/plan/asks", status);
        int year = days.latest().map(day -> day.getYear()).orElse(0);
        page.addObject("mayAsk", actor.role() == Role.COMMUNE_OFFICIAL || actor.role() == Role.CREDIT_OFFICER);
        page.addObject("years", List.of(year, year + 1));
        page.addObject("communes", communes(actor));
        page.addObject("asks", asks(actor));
        page.addObject("programmes", pages.programmes());
        page.addObject("sources", PlanSource.values());
        return page;
    }

    private List<Commune> communes(Actor actor) {
        return transactions.read(
                actor,
                () -> db.sql(COMMUNES)
                        .query((row, n) -> new Commune(row.getString("code"), row.getString("name")))
                        .list());
    }

    private List<Ask> asks(Actor actor) {
        return transactions.read(
                actor,
                () -> db.sql(ASKED)
                        .query((row, n) -> new Ask(
                                row.getInt("year"),
                                row.getString("name"),
                                new Label(row.getString("name_vi"), row.getString("name_en")),
                                PlanSource.valueOf(row.getString("source")),
                                new Dong(row.getLong("amount")),
                                row.getString("reason")))
                        .list());
    }

    /** A commune, or a point that stands for one. */
    record Commune(String code, String name) {}

    /** What a commune asks for. */
    record Ask(int year, String commune, Label programme, PlanSource source, Dong amount, String reason) {}
}
