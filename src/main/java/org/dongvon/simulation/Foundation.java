package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficeSpec;
import org.springframework.stereotype.Component;

/** Enters the country with its offices and points, the money they may lend, and who logs in. */
@Component
class Foundation {

    static final String COUNTRY = "VN";
    private static final LocalDate FOUNDED = LocalDate.of(2003, 1, 1);
    private static final long MILLION = 1_000_000;

    private final RegisterUnits units;
    private final BusinessDays days;
    private final GrantAllotment capital;
    private final Accounts accounts;

    Foundation(RegisterUnits units, BusinessDays days, GrantAllotment capital, Accounts accounts) {
        this.units = units;
        this.days = days;
        this.capital = capital;
        this.accounts = accounts;
    }

    /** Lays it, inside the caller's transaction; returns the identifiers by code. */
    Map<String, Long> lay(List<OfficePlan> plans, Keys keys) {
        var ids = new HashMap<String, Long>();
        long country = units.register(COUNTRY, Unit.Kind.COUNTRY, "Việt Nam", null, FOUNDED);
        for (var plan : plans) {
            long office = office(country, plan, ids);
            plan.spec().contracts().forEach(contract -> ids.put(contract.code(), grant(office, contract, keys)));
            for (var person : plan.spec().staff()) {
                account(person.login(), person.name(), person.role(), office);
            }
        }
        account("kiemtoan", "Ngô Thị Thanh Bình", Role.AUDITOR, country);
        return ids;
    }

    private long office(long country, OfficePlan plan, Map<String, Long> ids) {
        var spec = plan.spec();
        var place = spec.place();
        long province = units.register(place.province(), Unit.Kind.PROVINCE, place.provinceName(), country, FOUNDED);
        long office = units.register(place.code(), Unit.Kind.OFFICE, place.name(), province, FOUNDED);
        ids.put(place.code(), office);
        for (var point : plan.points()) {
            long id = units.register(point.code(), Unit.Kind.POINT, point.name(), office, FOUNDED);
            units.placePoint(id, new PointPlace(office, null, point.sessionDay(), point.address()));
            ids.put(point.code(), id);
        }
        days.openFirst(office, spec.time().firstDay());
        return office;
    }

    private long grant(long office, OfficeSpec.ContractSpec contract, Keys keys) {
        var amount = new Dong(contract.millions() * MILLION);
        long id = capital.sign(
                office,
                new GrantAllotment.NewContract(
                        contract.code(),
                        contract.source(),
                        contract.owner(),
                        contract.decision(),
                        contract.signedOn(),
                        amount));
        return capital.grant(Actor.SYSTEM, keys.of("grant " + contract.code()), office, id, amount);
    }

    private void account(String login, String name, Role role, long unit) {
        accounts.create(Actor.SYSTEM, new NewAccount(login, name, role, unit), DemoLogins.PASSWORD);
    }
}
