package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlanner;
import org.dongvon.simulation.plan.OfficeSpec;
import org.dongvon.simulation.plan.OfficeSpec.ContractSpec;
import org.dongvon.simulation.plan.OfficeSpec.PointSpec;
import org.dongvon.simulation.plan.OfficeSpec.StaffSpec;
import org.dongvon.simulation.plan.ProgrammeSpec;
import org.dongvon.simulation.plan.ProgrammeSpec.Amounts;
import org.dongvon.simulation.plan.ProgrammeSpec.Quantity;
import org.dongvon.simulation.plan.ProgrammeSpec.Terms;
import org.dongvon.simulation.plan.ProgrammeSpec.Traits;
import org.dongvon.simulation.plan.ProgrammeSpec.Window;

/** Offices of a few dozen households with all that happens in the large ones. */
final class SmallOffice {

    static final long SEED = 7;

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 12, 1);
    private static final LocalDate OPEN_DAY = LocalDate.of(2024, 5, 18);

    private SmallOffice() {}

    static List<OfficePlan> plans() {
        return List.of(OfficePlanner.plan(spec("BEN", "BN"), SEED), OfficePlanner.plan(spec("DOC", "DC"), SEED));
    }

    private static OfficeSpec spec(String code, String prefix) {
        var login = code.toLowerCase(java.util.Locale.ROOT);
        return new OfficeSpec(
                new OfficeSpec.Place(code, "PGD " + code, "trụ sở", prefix, "TINH-" + code, "Tỉnh " + code),
                new OfficeSpec.Time(FIRST_DAY, OPEN_DAY, 2),
                List.of(
                        new PointSpec(prefix + "-A", "Điểm A", "trụ sở UBND", 12, 2, List.of("thôn 1", "thôn 2")),
                        new PointSpec(prefix + "-B", "Điểm B", "trụ sở UBND", 18, 1, List.of("thôn 3"))),
                List.of(12),
                List.of(
                        new ContractSpec(prefix + "-TW", "CENTRAL", "Trung ương", "chỉ tiêu", FIRST_DAY, 5_000),
                        new ContractSpec(prefix + "-H", "DISTRICT", "UBND", "hợp đồng", FIRST_DAY, 200)),
                List.of(
                        loans("HONGHEO", prefix + "-TW", new Quantity(20, 700, 0, 4, 2), false),
                        loans("HSSV", prefix + "-TW", new Quantity(6, 0, 4, 0, 0), false),
                        loans("GQVL", prefix + "-H", new Quantity(4, 200, 0, 0, 0), true),
                        direct(prefix)),
                List.of(
                        new StaffSpec("leader." + login, "Phạm Lan", Role.LEADER),
                        new StaffSpec("teller." + login, "Lê Hà", Role.TELLER),
                        new StaffSpec("controller." + login, "Đỗ Sen", Role.CONTROLLER),
                        new StaffSpec("director." + login, "Vũ Minh", Role.DIRECTOR)),
                List.of());
    }

    private static ProgrammeSpec loans(String code, String contract, Quantity quantity, boolean plain) {
        var terms = code.equals("HSSV") ? new Terms(List.of(84), 12, 48, 48) : new Terms(List.of(36), 12, 0, 0);
        return new ProgrammeSpec(
                code,
                contract,
                quantity,
                plain ? new Amounts(50, 50, List.of(50)) : new Amounts(10, 60, List.of(20, 30, 40, 50)),
                terms,
                new Window(FIRST_DAY, 100),
                new Traits(false, plain ? 1 : 0, BorrowerClass.STANDARD, plain));
    }

    private static ProgrammeSpec direct(String prefix) {
        return new ProgrammeSpec(
                "NOXH",
                prefix + "-TW",
                new Quantity(3, 900, 0, 0, 0),
                new Amounts(200, 400, List.of(250, 300, 350)),
                new Terms(List.of(240), 6, 0, 0),
                new Window(FIRST_DAY, 100),
                new Traits(true, 0, BorrowerClass.STANDARD, false));
    }
}
