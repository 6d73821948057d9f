package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficeSpec.ContractSpec;
import org.dongvon.simulation.plan.OfficeSpec.Guest;
import org.dongvon.simulation.plan.OfficeSpec.GuestLoan;
import org.dongvon.simulation.plan.OfficeSpec.PersonName;
import org.dongvon.simulation.plan.OfficeSpec.PointSpec;
import org.dongvon.simulation.plan.OfficeSpec.StaffSpec;
import org.dongvon.simulation.plan.ProgrammeSpec.Amounts;
import org.dongvon.simulation.plan.ProgrammeSpec.Quantity;
import org.dongvon.simulation.plan.ProgrammeSpec.Terms;
import org.dongvon.simulation.plan.ProgrammeSpec.Traits;
import org.dongvon.simulation.plan.ProgrammeSpec.Window;

/**
 * A mountain office: Hương Khê, Hà Tĩnh, with 40 groups, whose open day of December 2025 shows the cut of rates of
 * 01/12/2025. Its points are the old sites, which stay after the communes merged.
 */
public final class HuongKhe {

    /** The office. */
    public static final String CODE = "HUONGKHE";

    private static final String CENTRAL = "HK-TW";
    private static final String PROVINCE = "HK-TINH";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final LocalDate OPEN_DAY = LocalDate.of(2025, 12, 15);
    private static final int ANY_SESSION = 100;

    private HuongKhe() {}

    /** What the office is to look like. */
    public static OfficeSpec spec() {
        return new OfficeSpec(
                new OfficeSpec.Place(
                        CODE, "Phòng giao dịch Hương Khê", "Trụ sở phòng giao dịch", "HK", "HATINH", "Tỉnh Hà Tĩnh"),
                new OfficeSpec.Time(FIRST_DAY, OPEN_DAY, 6),
                points(),
                List.of(),
                List.of(
                        new ContractSpec(
                                CENTRAL,
                                "CENTRAL",
                                "Ngân hàng Chính sách xã hội",
                                "Chỉ tiêu kế hoạch tín dụng (DEMO)",
                                FIRST_DAY,
                                120_000),
                        new ContractSpec(
                                PROVINCE,
                                "PROVINCE",
                                "UBND tỉnh Hà Tĩnh",
                                "Hợp đồng ủy thác 02/HĐUT (DEMO)",
                                FIRST_DAY,
                                3_000)),
                programmes(),
                List.of(
                        new StaffSpec("totruong.huongkhe", "Nguyễn Hữu Phong", Role.LEADER),
                        new StaffSpec("giaodich.huongkhe", "Hoàng Thị Nga", Role.TELLER),
                        new StaffSpec("kiemsoat.huongkhe", "Trần Đình Khải", Role.CONTROLLER),
                        new StaffSpec("giamdoc.huongkhe", "Lê Quang Thắng", Role.DIRECTOR)),
                List.of(nearPoorLoanAcrossTheCut()));
    }

    /** Handbook 4.1, case I2: 100 million paid out on 15/11/2025 owes 634 389 đồng on 15/12/2025. */
    private static Guest nearPoorLoanAcrossTheCut() {
        var loan = new ProgrammeSpec(
                "CANNGHEO",
                CENTRAL,
                new Quantity(1, 100, 0, 0, 0),
                new Amounts(100, 100, List.of(100)),
                new Terms(List.of(36), 12, 0, 0),
                new Window(FIRST_DAY, 1),
                new Traits(false, 0, BorrowerClass.STANDARD, true));
        return new Guest(
                "HK-PHUGIA",
                2,
                "thôn Phú Lâm",
                "HND",
                new PersonName("Đinh Văn Lượng", false),
                0,
                new GuestLoan(new PersonName("Phan Thị Mận", true), loan));
    }

    private static List<PointSpec> points() {
        return List.of(
                point("HK-GIAPHO", "Điểm giao dịch Gia Phố", 10, 4),
                point("HK-HALINH", "Điểm giao dịch Hà Linh", 20, 4),
                point("HK-HOAHAI", "Điểm giao dịch Hòa Hải", 8, 4),
                point("HK-HUONGBINH", "Điểm giao dịch Hương Bình", 12, 3),
                point("HK-HUONGDO", "Điểm giao dịch Hương Đô", 20, 4),
                point("HK-HUONGTRACH", "Điểm giao dịch Hương Trạch", 12, 4),
                point("HK-LOCYEN", "Điểm giao dịch Lộc Yên", 5, 4),
                point("HK-PHUGIA", "Điểm giao dịch Phú Gia", 15, 4),
                point("HK-PHUCTRACH", "Điểm giao dịch Phúc Trạch", 8, 4),
                point("HK-THITRAN", "Điểm giao dịch Hương Khê", 15, 5));
    }

    private static PointSpec point(String code, String name, int sessionDay, int groups) {
        var hamlets =
                IntStream.rangeClosed(1, groups).mapToObj("thôn %d"::formatted).toList();
        return new PointSpec(code, name, "Nhà văn hóa cộng đồng", sessionDay, groups, hamlets);
    }

    private static List<ProgrammeSpec> programmes() {
        var household = new Traits(false, 0, BorrowerClass.STANDARD, false);
        var job = new Traits(false, 1, BorrowerClass.STANDARD, false);
        var usual = new Amounts(20, 100, List.of(40, 50, 50, 60, 80, 100));
        var jobs = new Amounts(30, 100, List.of(50, 60, 80, 100));
        var water = new Amounts(10, 25, List.of(20, 25, 25));
        var study = new Amounts(8, 40, List.of(20, 25, 30, 40));
        return List.of(
                loans("HONGHEO", CENTRAL, new Quantity(330, 0, 0, 25, 3), usual, household),
                loans("CANNGHEO", CENTRAL, new Quantity(419, 0, 0, 30, 3), usual, household),
                loans("THOATNGHEO", CENTRAL, new Quantity(180, 0, 0, 12, 2), usual, household),
                loans("SXKDVKK", CENTRAL, new Quantity(210, 0, 0, 15, 2), usual, household),
                loans("NUOCSACH", CENTRAL, new Quantity(190, 0, 110, 0, 0), water, household),
                loans("HSSV", CENTRAL, new Quantity(110, 0, 50, 0, 0), study, household),
                loans("GQVL", CENTRAL, new Quantity(60, 0, 0, 0, 0), jobs, job),
                loans("GQVL", PROVINCE, new Quantity(25, 1_750, 0, 0, 0), jobs, job));
    }

    private static ProgrammeSpec loans(
            String code, String contract, Quantity quantity, Amounts amounts, Traits traits) {
        var terms = code.equals("HSSV")
                ? new Terms(List.of(84, 96), 12, 48, 48)
                : new Terms(List.of(60, 60, code.equals("NUOCSACH") ? 60 : 120), 12, 0, 0);
        return new ProgrammeSpec(code, contract, quantity, amounts, terms, new Window(FIRST_DAY, ANY_SESSION), traits);
    }
}
