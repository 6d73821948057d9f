package org.dongvon.support;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.ledger.BooksOfYear;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.organisation.RenameUnit;
import org.dongvon.savings.OpenedDeposit;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.handover.HandOverCash;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Village.GroupOfLoans;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A village with an open session and one group of three whose names are nobody else's, the first its head; one of them
 * has paid at the counter. For tests of what is shown of people.
 */
public final class PeopleVillage {

    private static final String LINES = """
            select j.id from ledger.journal j join session.posting p on p.journal_id = j.id
             where p.session_id = :session and p.kind = :kind
            """;

    private static final Map<String, PeopleVillage> VILLAGES = new HashMap<>();

    public final Village village;
    public final String code;
    public final long session;
    private @Nullable String termDeposit;
    public final GroupOfLoans group;
    private final List<Person> people;
    private final OwnerDb owner;
    private final ApplicationContext beans;
    private boolean auditor;
    private @Nullable String application;
    private @Nullable String useSheet;
    private @Nullable String reconciliation;
    private @Nullable String lossCase;
    private @Nullable String change;
    private boolean debtsTaken;
    private @Nullable String byHand;

    private PeopleVillage(ApplicationContext beans, String code) {
        this.beans = beans;
        this.code = code;
        this.owner = beans.getBean(OwnerDb.class);
        this.village = Village.withAccounts(beans, code);
        this.session = village.openSession(900_000_000);
        this.group = village.group(1, 3, "HONGHEO", 30_000_000, Village.FIRST_DAY);
        this.people = IntStream.range(0, 3).mapToObj(this::name).toList();
        owner.sql("update \"group\".member set office_held = 'HEAD' where id = :head")
                .param("head", group.members().getFirst())
                .update();
        village.payOut(session, group);
        pay(1, 1_000_000);
    }

    /** The village of a code on the shared server, made the first time it is asked for. */
    public static synchronized PeopleVillage of(ApplicationContext beans, String code) {
        return VILLAGES.computeIfAbsent(code, each -> new PeopleVillage(beans, each));
    }

    /** A person of the village. */
    public record Person(long id, String name, String identity) {}

    public Person person(int number) {
        return people.get(number);
    }

    /** The people whose names a text holds. */
    public Set<Long> namedIn(String text) {
        return people.stream()
                .filter(each -> text.contains(each.name()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    public String loan(int number) {
        return code + "-1-" + number;
    }

    /** The code of a person's household. */
    public String household(int number) {
        return code + "-H1-" + number;
    }

    public String groupCode() {
        return code + "-T1";
    }

    /** The number of a savings book that was opened in the session. */
    public synchronized String termDeposit() {
        if (termDeposit == null) {
            termDeposit =
                    new OpenedDeposit(beans, village).open(session, person(1).id(), 6, AtMaturity.RENEW, 1_000_000);
        }
        return termDeposit;
    }

    /** A member, by number. */
    public String member() {
        return Long.toString(group.members().get(2));
    }

    /** Cash that the teller gave to the vault and took back: the number of the hand-over. */
    public long handOver() {
        var cash = beans.getBean(HandOverCash.class);
        long given = cash.give(
                village.teller,
                UUID.randomUUID(),
                new HandOverCash.Giving(session, null, CashCount.of(new Dong(1_000))));
        cash.takeBack(village.teller, UUID.randomUUID(), given);
        return given;
    }

    /** The journal of the session of a kind. */
    public long journal(String kind) {
        return owner.sql(LINES)
                .param("session", session)
                .param("kind", kind)
                .query(Long.class)
                .list()
                .getFirst();
    }

    /** The number of a journal's voucher. */
    public String voucher(long journal) {
        return owner.sql("""
                        select format('%s-%s-%s', u.code, to_char(j.business_date, 'YY'), lpad(j.voucher::text, 6, '0'))
                          from ledger.journal j join organisation.unit u on u.id = j.point_id where j.id = :id
                        """).param("id", journal).query(String.class).single();
    }

    /** An application that the group has notice of. */
    public synchronized String application() {
        if (application == null) {
            application = new Lending(beans, village, group, "TW-" + code).notified(2, "HONGHEO", 10_000_000);
        }
        return application;
    }

    /** A dossier of the second loan, on the list of a round, without its way there. */
    public synchronized String dossier() {
        owner.sql("""
                        insert into loan.risk_round (code, year, number, closes_on, risk_fund)
                        values ('2024-1', 2024, 1, '2024-06-30', 1000000000) on conflict do nothing
                        """).update();
        owner.sql("""
                        insert into loan.risk_dossier (code, point_id, loan_id, cause, damage, project_value, income, measure,
                                                       months, plan, principal, interest, written_on, step, round, submission)
                        select l.code || '-XL', l.point_id, l.id, 'DISASTER', 24000000, 60000000, 'Làm thuê', 'FREEZE', 36,
                               'Nuôi lại đàn bò', 10000000, 0, '2024-04-18', 'LISTED', '2024-1',
                               (select s.key from shared.submission s where s.point_id = l.point_id limit 1)
                          from loan.loan l
                         where l.code = :loan on conflict do nothing
                        """).param("loan", loan(1)).update();
        return loan(1) + "-XL";
    }

    /** A month of fee and commission, computed and with what is due to the group, without its way there. */
    public synchronized String feeMonth() {
        owner.sql("""
                        insert into fee.computation (point_id, office_id, month, state, computed_on, submission)
                        select :direct, :office, '2024-03-01', 'COMPUTED', '2024-04-02', s.key
                          from shared.submission s where s.point_id = :point order by s.key limit 1 on conflict do nothing
                        """)
                .param("direct", village.direct)
                .param("office", village.office)
                .param("point", village.point)
                .update();
        owner.sql("""
                        insert into fee.payable (computation_id, point_id, beneficiary, group_id, association, computed, carried)
                        select c.id, :point, b.name, case b.name when 'GROUP' then cast(:group as bigint) end, 'HPN', 25151, 0
                          from fee.computation c
                          cross join (values ('GROUP'), ('COMMUNE')) b (name)
                         where c.office_id = :office and c.month = '2024-03-01' on conflict do nothing
                        """)
                .param("point", village.point)
                .param("group", group.id())
                .param("office", village.office)
                .update();
        return code + ":2024-03";
    }

    /** The address of the list on which it stands. */
    public String riskList() {
        dossier();
        return "/risk-rounds/2024-1/" + code + "/FREEZE/TW-" + code;
    }

    /** The address of the notice that names it. */
    public String notice() {
        return owner.sql("""
                        select format('/applications/notices/%s/%s-%s', g.code, n.number, n.year)
                          from loan.application a
                          join loan.notice_line w on w.application_id = a.id
                          join loan.notice n on n.id = w.notice_id
                          join "group".credit_group g on g.id = n.group_id
                         where a.code = :code
                        """).param("code", application()).query(String.class).single();
    }

    /** The number of a sheet on which the association wrote that the loan of one person is used rightly. */
    public synchronized String useSheet() {
        if (useSheet == null) {
            var visited = new Lending(beans, village, group, "TW-" + code).useSheet(groupCode(), loan(1));
            useSheet = Long.toString(visited);
        }
        return useSheet;
    }

    /** The number of a reconciliation of the group of which nobody has said anything. */
    public synchronized String reconciliation() {
        if (reconciliation == null) {
            var taken = new Lending(beans, village, group, "TW-" + code).reconciliation(groupCode());
            reconciliation = Long.toString(taken);
        }
        return reconciliation;
    }

    /** The number of a case of money lost in the group. */
    public synchronized String lossCase() {
        if (lossCase == null) {
            lossCase = new Lending(beans, village, group, "TW-" + code).lossCase(groupCode(), loan(1));
        }
        return lossCase;
    }

    /** The address of the year in which the debt of loan 1 was taken for classification. */
    public synchronized String debtYear() {
        if (!debtsTaken) {
            owner.sql("""
                    with round as (
                        insert into supervision.debt_round (point_id, year, taken_on, human, submission)
                        select :point, 2024, '2024-04-18', 1, s.key from shared.submission s where s.point_id = :point limit 1
                        returning id, point_id)
                    insert into supervision.debt (round_id, loan_id, point_id, group_id, programme_id, principal, overdue, frozen, interest)
                    select r.id, l.id, r.point_id, l.group_id, l.programme_id, l.amount, l.amount, 0, 0
                      from round r
                      join loan.loan l on l.code = :loan
                    """).param("point", village.point).param("loan", loan(1)).update();
            debtsTaken = true;
        }
        return "2024";
    }

    /** The number of a voucher written by hand. */
    public synchronized String byHand() {
        if (byHand == null) {
            var books = new BooksOfYear(beans, village);
            books.gift(Village.FIRST_DAY);
            books.claim(Village.FIRST_DAY);
            books.voucher(Village.FIRST_DAY);
            byHand = voucher(
                    owner.sql("select max(id) from ledger.journal where kind = 'MANUAL' and office_id = :office")
                            .param("office", village.office)
                            .query(Long.class)
                            .single());
        }
        return byHand;
    }

    /** A campaign for donations with one gift. */
    public String campaign() {
        byHand();
        return "VNN-" + code;
    }

    /** A claim on the State's budget. */
    public String claim() {
        byHand();
        return code + "-CB-2024-1";
    }

    /** The public code of that gift. */
    public String giftCode() {
        var line = owner.sql(
                        "select g.line_id from capital.gift g join capital.campaign c on c.id = g.campaign_id where c.code = :code")
                .param("code", campaign())
                .query(UUID.class)
                .single();
        return beans.getBean(ReceiptCode.class).of(new ReceiptCode.Line(village.direct, line), "3000000");
    }

    /** The number of a request that waits for a second person: another name for the point. */
    public synchronized String change() {
        if (change == null) {
            var wanted = Facts.none().text("name", "Nhà văn hóa " + code);
            change = Long.toString(beans.getBean(RequestChange.class)
                    .run(
                            village.leader,
                            new Proposal(
                                    UUID.randomUUID(),
                                    RenameUnit.NAME,
                                    code + "-01",
                                    wanted,
                                    new Basis("theo nghị quyết của xã", "CT-40-2014", null))));
        }
        return change;
    }

    /** The key of a file of figures that the director looks through. */
    public String figureFile() {
        return upload("report.figure_upload");
    }

    /** The key of a list of classes that the director looks through. */
    public String classFile() {
        return upload("household.class_upload");
    }

    private String upload(String table) {
        return owner.sql("insert into " + table + " (key, point_id, actor_id, file_name, content) "
                        + "values (gen_random_uuid(), :point, :actor, :name, 'unit,day') returning key")
                .param("point", village.point)
                .param("actor", village.director.id())
                .param("name", code + "-1-.csv")
                .query(String.class)
                .single();
    }

    /** An auditor of the office, who logs in as {@code <code>.auditor}. */
    public synchronized void withAuditor() {
        if (!auditor) {
            auditor = true;
            var login = code.toLowerCase(Locale.ROOT) + ".auditor";
            beans.getBean(Accounts.class)
                    .create(
                            Actor.SYSTEM,
                            new NewAccount(login, "H'Bia Niê K'Đăm", Role.AUDITOR, village.office),
                            Site.PASSWORD);
        }
    }

    public void pay(int number, long principal) {
        var line = new SheetLine(
                UUID.randomUUID(),
                group.members().get(number),
                group.loans().get(number),
                Dong.ZERO,
                Dong.ZERO,
                new Dong(principal),
                Payer.BORROWER);
        beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), List.of(line)));
    }

    private Person name(int number) {
        long id = owner.sql("select borrower_id from loan.loan where id = :loan")
                .param("loan", group.loans().get(number))
                .query(Long.class)
                .single();
        var name = code + " Thị " + List.of("Mơ", "Mận", "Đào").get(number);
        owner.sql("update household.person set full_name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
        return new Person(id, name, "000001%06d".formatted(number));
    }
}
