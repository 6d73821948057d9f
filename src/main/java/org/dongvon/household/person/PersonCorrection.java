package org.dongvon.household.person;

import java.util.List;
import java.util.Set;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.IdentityNumber;
import org.dongvon.household.IdentityOfPerson;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Correcting what is held about a person. The subject is the person's identifier; a new identity number travels encrypted,
 * and people see of it the last four digits and whether it is another one.
 */
@Component
class PersonCorrection implements ChangeKind {

    static final String NAME = "household.person";

    static final Set<Role> MAKERS = Set.of(Role.LEADER, Role.CREDIT_OFFICER);

    private static final int LONGEST_NAME = 120;
    private static final String SAME = "person.identity.kept";
    private static final String OTHER = "person.identity.new";
    private static final String DAY = "person.born.day";
    private static final String YEAR = "person.born.year";

    private static final String CORRECT = """
            update household.person set full_name = :name, born_on = :born, born_year_only = :year_only, sex = :sex where id = :id
            """;

    private final PersonFiles files;
    private final IdentityOfPerson identities;
    private final JdbcClient db;

    PersonCorrection(PersonFiles files, IdentityOfPerson identities, JdbcClient db) {
        this.files = files;
        this.identities = identities;
        this.db = db;
    }

    /** The fields as they shall be; without a number the one held stays. */
    Facts wanted(PersonFile file, String name, Born born, String sex, @Nullable IdentityNumber number) {
        var facts = person(name, born, sex);
        var held = identities.hash(file.id());
        if (number == null || identities.hash(number).equals(held)) {
            return facts.text("identity-shown", file.identity())
                    .word("identity-is", SAME)
                    .hidden("identity-hash", held);
        }
        return facts.text("identity-shown", number.toString())
                .word("identity-is", OTHER)
                .hidden("identity-hash", identities.hash(number))
                .hidden("identity-sealed", identities.sealed(number));
    }

    /** Whether the fields tell the year of birth alone. */
    static boolean isYear(Facts facts) {
        return facts.textOf("born-is").equals(YEAR);
    }

    private static Facts person(String name, Born born, String sex) {
        return Facts.none()
                .text("name", name)
                .date("born", born.on())
                .word("born-is", born.yearOnly() ? YEAR : DAY)
                .word("sex", "person.sex." + sex);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        var name = files.get(id(subject)).name();
        return Label.same(name);
    }

    @Override
    public List<Long> people(String subject) {
        return List.of(id(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return files.get(id(subject)).home().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var file = files.lock(id(subject));
        return person(file.name(), file.born(), file.sex().name())
                .text("identity-shown", file.identity())
                .word("identity-is", SAME)
                .hidden("identity-hash", identities.hash(file.id()));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (wanted.textOf("name").isBlank() || wanted.textOf("name").length() > LONGEST_NAME) {
            throw new Refused(HouseholdRefusal.NAME_NOT_GIVEN, LONGEST_NAME);
        }
        var today = files.get(id(subject)).home().openDay();
        if (wanted.dateOf("born").isAfter(today)) {
            throw new Refused(HouseholdRefusal.BORN_LATER, wanted.dateOf("born"), today);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        long person = id(approved.subject());
        var wanted = approved.wanted();
        db.sql(CORRECT)
                .param("name", wanted.textOf("name"))
                .param("born", wanted.dateOf("born"))
                .param("year_only", isYear(wanted))
                .param("sex", wanted.textOf("sex").substring("person.sex.".length()))
                .param("id", person)
                .update();
        if (wanted.has("identity-sealed")) {
            identities.replace(person, wanted.textOf("identity-sealed"));
        }
    }

    @Override
    public String form(String subject) {
        return "/people/" + subject + "/correction";
    }

    private static long id(String subject) {
        if (!subject.matches("\\d{1,18}")) {
            throw new Refused(HouseholdRefusal.UNKNOWN_PERSON);
        }
        return Long.parseLong(subject);
    }
}
