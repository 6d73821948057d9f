package org.dongvon.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.CreditGroups;
import org.dongvon.group.GroupContracts;
import org.dongvon.household.Households;
import org.dongvon.household.IdentityNumber;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.identity.NewAccount;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.savings.Deposits;
import org.dongvon.session.Vaults;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.vault.MoveVaultCash;
import org.dongvon.session.vault.VaultOrder;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.springframework.context.ApplicationContext;

/** An office with one transaction point, made through the use cases, for tests of what happens in it. */
public final class Village {

    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 18);

    private final ApplicationContext beans;
    public final String code;
    public final long office;
    public final long direct;
    public final long point;
    public final long allotment;
    public final Actor leader;
    public final Actor teller;
    public final Actor controller;
    public final Actor director;

    private Village(ApplicationContext beans, String code, LocalDate firstDay, int sessionDay, Hiring hiring) {
        this.beans = beans;
        this.code = code;
        var ids = write(() -> {
            var units = beans.getBean(RegisterUnits.class);
            var from = LocalDate.of(2003, 1, 1);
            long officeId = units.register(code, Unit.Kind.OFFICE, "PGD " + code, null, from);
            long directId = units.register(code + "-00", Unit.Kind.POINT, "Quầy " + code, officeId, from);
            units.placePoint(directId, new PointPlace(officeId, null, null, "trụ sở"));
            long pointId = units.register(code + "-01", Unit.Kind.POINT, "Điểm " + code, officeId, from);
            units.placePoint(pointId, new PointPlace(officeId, null, sessionDay, "trụ sở UBND"));
            beans.getBean(BusinessDays.class).openFirst(officeId, firstDay);
            return List.of(officeId, directId, pointId);
        });
        this.office = ids.get(0);
        this.direct = ids.get(1);
        this.point = ids.get(2);
        this.allotment = write(() -> {
            var capital = beans.getBean(GrantAllotment.class);
            long contract = capital.sign(
                    office,
                    new GrantAllotment.NewContract(
                            "TW-" + code,
                            "CENTRAL",
                            "Trung ương",
                            "QĐ 131/2002",
                            firstDay,
                            new Dong(900_000_000_000L)));
            return capital.grant(Actor.SYSTEM, UUID.randomUUID(), office, contract, new Dong(900_000_000_000L));
        });
        leader = hiring.hire(this, Role.LEADER, "Trần Văn Lập");
        teller = hiring.hire(this, Role.TELLER, "Lê Thu Hà");
        controller = hiring.hire(this, Role.CONTROLLER, "Đỗ Thị Sen");
        director = hiring.hire(this, Role.DIRECTOR, "Vũ Quang Minh");
    }

    /** How the office's people come about. */
    private enum Hiring {
        /** Actors as they are, without an account. */
        ACTORS {
            @Override
            Actor hire(Village village, Role role, String name) {
                long id = village.office * 10 + 1 + List.of(Role.values()).indexOf(role);
                var login = role.name().toLowerCase(Locale.ROOT);
                return new Actor(id, id, login, name, role, village.office, Scope.of(village.direct, village.point));
            }
        },
        /** Accounts that can log in with the site's password. */
        ACCOUNTS {
            @Override
            Actor hire(Village village, Role role, String name) {
                var accounts = village.beans.getBean(Accounts.class);
                var login = (village.code + "." + role.name()).toLowerCase(Locale.ROOT);
                accounts.create(Actor.SYSTEM, new NewAccount(login, name, role, village.office), DemoLogins.PASSWORD);
                return accounts.actor(login);
            }
        };

        abstract Actor hire(Village village, Role role, String name);
    }

    /** A village like {@link #in(ApplicationContext, String)} whose people can log in. */
    public static Village withAccounts(ApplicationContext beans, String code) {
        return new Village(beans, code, FIRST_DAY, 18, Hiring.ACCOUNTS);
    }

    /** A village whose office opens on 18/04/2024, with sessions on the 18th. */
    public static Village in(ApplicationContext beans, String code) {
        return new Village(beans, code, FIRST_DAY, 18, Hiring.ACTORS);
    }

    public static Village in(ApplicationContext beans, String code, LocalDate firstDay, int sessionDay) {
        return new Village(beans, code, firstDay, sessionDay, Hiring.ACTORS);
    }

    private <T> T write(java.util.function.Supplier<T> work) {
        return beans.getBean(Transactions.class).write(Actor.SYSTEM, work);
    }

    /** Opens the session of the open day with cash to pay out, which comes from the bank by way of the vault. */
    public long openSession(long cash) {
        if (cash > 0) {
            stockVault(cash);
        }
        return beans.getBean(OpenSession.class)
                .run(
                        leader,
                        UUID.randomUUID(),
                        new OpenSession.Opening(point, teller.id(), controller.id(), new Dong(cash)));
    }

    /** Brings cash from the bank to the office's vault. */
    public void stockVault(long cash) {
        moveVault(Vaults.Kind.VAULT_IN, cash);
    }

    /** Moves cash between the bank and the office's vault. */
    public void moveVault(Vaults.Kind way, long cash) {
        var move = beans.getBean(MoveVaultCash.class);
        long id = move.ask(controller, UUID.randomUUID(), new VaultOrder(office, way, new Dong(cash)), "thử");
        move.approve(director, UUID.randomUUID(), id);
    }

    /** A group of members with one approved loan each. */
    public GroupOfLoans group(int number, int members, String programme, long amount, LocalDate approvedOn) {
        var borrowers = borrowers(number, members);
        var terms = new ApproveLoans.Terms(36, 12, 0, 0);
        var loans = new ArrayList<Long>();
        for (int i = 0; i < members; i++) {
            var loanCode = code + "-" + number + "-" + i;
            loans.add(approve(loanCode, borrowers.get(i), programme, new Sum(new Dong(amount), terms), approvedOn));
        }
        return new GroupOfLoans(
                Objects.requireNonNull(borrowers.getFirst().groupId()),
                borrowers.stream()
                        .map(each -> Objects.requireNonNull(each.memberId()))
                        .toList(),
                loans);
    }

    /** The members of a new group, without a loan. */
    public List<ApproveLoans.Borrower> borrowers(int number, int members) {
        return write(() -> {
            var groups = beans.getBean(CreditGroups.class);
            long group = groups.form(
                    point,
                    new CreditGroups.NewGroup(
                            code + "-T" + number, "Tổ " + number, "khu 1", "HPN", LocalDate.of(2015, 1, 1)));
            var people = new ArrayList<Households.NewHousehold>();
            for (int i = 0; i < members; i++) {
                var identity = new IdentityNumber("000%03d%06d".formatted(number, i));
                people.add(new Households.NewHousehold(
                        code + "-H" + number + "-" + i,
                        "khu 1",
                        new Households.NewPerson(
                                "Nguyễn Thị " + i, LocalDate.of(1980, 1, 1), Households.Sex.F, identity)));
            }
            var registered = beans.getBean(Households.class).register(point, people);
            var memberIds = groups.admit(
                    group,
                    LocalDate.of(2015, 1, 1),
                    registered.stream()
                            .map(r -> new CreditGroups.NewMember(r.householdId(), r.personId(), new Dong(50_000), null))
                            .toList());
            beans.getBean(Deposits.class).open(memberIds);
            var result = new ArrayList<ApproveLoans.Borrower>();
            beans.getBean(GroupContracts.class).takeOver(List.of(group), LocalDate.of(2015, 1, 1));
            for (int i = 0; i < members; i++) {
                var each = registered.get(i);
                result.add(new ApproveLoans.Borrower(each.householdId(), each.personId(), group, memberIds.get(i)));
            }
            return result;
        });
    }

    /** An approved loan of the village's capital. */
    public long approve(
            String loanCode, ApproveLoans.Borrower borrower, String programme, Sum sum, LocalDate approvedOn) {
        return write(() -> {
            var reference = beans.getBean(Programmes.class).current();
            var series = reference.rates().seriesFor(programme, BorrowerClass.STANDARD, approvedOn);
            int programmeId = reference.programme(programme).id();
            var loan = new ApproveLoans.NewLoan(
                    loanCode, borrower, programmeId, series.id(), allotment, sum.amount(), sum.terms(), 0);
            return beans.getBean(ApproveLoans.class)
                    .run(point, approvedOn, List.of(loan))
                    .getFirst();
        });
    }

    /** How much is lent, and on which terms. */
    public record Sum(Dong amount, ApproveLoans.Terms terms) {}

    /** Pays all loans of a group out in a session. */
    public void payOut(long session, GroupOfLoans group) {
        var lines = group.loans().stream()
                .map(loan -> new PayOutLoans.PayOutLine(UUID.randomUUID(), loan))
                .toList();
        beans.getBean(PayOutLoans.class).run(teller, new PayOutLoans.PayOut(UUID.randomUUID(), session, lines));
    }

    /** A group with its members and their loans, in the same order. */
    public record GroupOfLoans(long id, List<Long> members, List<Long> loans) {}
}
