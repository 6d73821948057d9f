package org.dongvon.organisation;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Another name for a unit, by a decision. The subject is its code, which never changes. */
@Component
public class RenameUnit implements ChangeKind {

    public static final String NAME = "organisation.unit-name";

    private static final int LONGEST = 120;

    private static final String LOCK = """
            select name from organisation.unit where code = :code for no key update
            """;

    private static final String RENAME = """
            update organisation.unit set name = :name where code = :code
            """;

    private final JdbcClient db;
    private final Units units;
    private final PointsAndDays points;

    RenameUnit(JdbcClient db, Units units, PointsAndDays points) {
        this.db = db;
        this.units = units;
        this.points = points;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.LEADER, Role.ACCOUNTANT, Role.CREDIT_OFFICER, Role.MANAGER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public Label describe(String subject) {
        return units.title(subject);
    }

    /** An office's and a point's name is their own affair; a province's or a commune's is the country's. */
    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        var unit = units.byCode(subject);
        return switch (unit.kind()) {
            case OFFICE -> units.pointsOf(unit.id()).getFirst().id();
            case POINT -> unit.id();
            case COUNTRY, PROVINCE, COMMUNE, HAMLET -> points.country(maker);
        };
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none()
                .text(
                        "name",
                        db.sql(LOCK)
                                .param("code", subject)
                                .query(String.class)
                                .optional()
                                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, subject)));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var name = wanted.textOf("name");
        if (name.isBlank() || name.length() > LONGEST || !Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            throw new Refused(OrganisationRefusal.NAME_UNFIT, LONGEST);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        db.sql(RENAME)
                .param("code", approved.subject())
                .param("name", approved.wanted().textOf("name"))
                .update();
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.UNIT;
    }

    @Override
    public String form(String subject) {
        return "/units/" + subject + "/name";
    }
}
