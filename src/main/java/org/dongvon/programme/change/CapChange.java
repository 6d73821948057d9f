package org.dongvon.programme.change;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Cap;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.ProgrammeReach;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The most that may be lent, from a day on, with its document. The subject is {@code <programme>:<class>:<basis>}.
 * Example: {@code HONGHEO:ALL:HOUSEHOLD} becomes 150 000 000 đ from 1/1/2027; the cap before it ends on 31/12/2026.
 */
@Component
public class CapChange implements CountryRule {

    public static final String NAME = "programme.cap";

    private static final String END = """
            update programme.cap c
               set valid = daterange(lower(c.valid), :from)
              from programme.programme p
             where p.id = c.programme_id and p.code = :programme and c.class = :class and c.basis = :basis
               and upper_inf(c.valid)
            """;

    private static final String ADD = """
            insert into programme.cap (programme_id, class, basis, valid, amount, percent, document_id, mark, note_vi)
            select p.id, :class, :basis, daterange(:from, null), :amount, :percent, d.id, 'FOUND', :note
              from programme.programme p
              join document.document d on d.code = :document
             where p.code = :programme
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final ProgrammeReach reach;
    private final Messages messages;

    CapChange(
            JdbcClient db,
            Programmes programmes,
            BusinessDays days,
            PointsAndDays points,
            ProgrammeReach reach,
            Messages messages) {
        this.db = db;
        this.programmes = programmes;
        this.days = days;
        this.points = points;
        this.reach = reach;
        this.messages = messages;
    }

    /** The subject of a cap. */
    public static String key(Cap cap) {
        return cap.programme() + ":" + cap.borrowers() + ":" + cap.limit().basis();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var cap = last(subject);
        var name = programmes.current().programme(cap.programme()).name();
        return new Label(name.vi() + words(Language.VI, cap), name.en() + words(Language.EN, cap));
    }

    private String words(Language language, Cap cap) {
        return ": " + messages.text(language, "cap.of") + " "
                + messages.text(language, "capBasis." + cap.limit().basis()) + " ("
                + messages.text(language, "capClass." + cap.borrowers()) + ")";
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var cap = last(subject);
        var facts = Facts.none().date("from", cap.validFrom());
        return isShare(cap)
                ? facts.text(
                        "percent",
                        cap.limit().percent() == null ? null : cap.limit().percent() + " %")
                : facts.dong("amount", cap.limit().amount());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(ProgrammeRefusal.RULE_RETROACTIVE, from, first);
        }
        var cap = last(subject);
        var begun = cap.validFrom();
        var ended = cap.validTo();
        if (begun != null && !from.isAfter(begun)) {
            throw new Refused(ProgrammeRefusal.RULE_NOT_LAST, from, begun);
        }
        if (ended != null && from.isBefore(ended)) {
            throw new Refused(ProgrammeRefusal.RULE_NOT_LAST, from, ended);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return ReachFacts.of(reach.of(
                programmes.current().programme(last(subject).programme()).id()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var cap = last(approved.subject());
        var wanted = approved.wanted();
        db.sql(END)
                .param("programme", cap.programme())
                .param("class", cap.borrowers())
                .param("basis", cap.limit().basis().name())
                .param("from", wanted.dateOf("from"))
                .update();
        db.sql(ADD)
                .param("programme", cap.programme())
                .param("class", cap.borrowers())
                .param("basis", cap.limit().basis().name())
                .param("from", wanted.dateOf("from"))
                .param("amount", amount(wanted))
                .param("percent", percent(wanted))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason())
                .update();
    }

    private static @Nullable Long amount(Facts wanted) {
        return wanted.has("amount") ? wanted.dongOf("amount").amount() : null;
    }

    private static @Nullable Short percent(Facts wanted) {
        return wanted.has("percent") ? Short.valueOf(wanted.textOf("percent").replace(" %", "")) : null;
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.PROGRAMME;
    }

    @Override
    public String form(String subject) {
        var cap = last(subject);
        return "/programmes/" + cap.programme() + "/caps/" + cap.borrowers() + "/"
                + cap.limit().basis() + "/change";
    }

    static boolean isShare(Cap cap) {
        return cap.limit().basis() == CapBasis.NEED;
    }

    static String percent(int percent) {
        if (percent < 1 || percent > 100) {
            throw new Refused(ProgrammeRefusal.CAP_SHARE_OUTSIDE, percent);
        }
        return percent + " %";
    }

    static Dong amount(Dong amount) {
        if (!amount.isPositive()) {
            throw new Refused(ProgrammeRefusal.CAP_NOT_POSITIVE);
        }
        return amount;
    }

    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }

    /**
     * The newest row of a cap.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_CAP}
     */
    Cap last(String subject) {
        return find(subject).orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_CAP, subject));
    }

    private Optional<Cap> find(String subject) {
        return programmes.current().caps().stream()
                .filter(cap -> key(cap).equals(subject))
                .max(Comparator.comparing(Cap::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
