package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficeSpec.ContractSpec;
import org.dongvon.simulation.plan.OfficeSpec.Guest;
import org.dongvon.simulation.plan.OfficeSpec.PersonName;
import org.dongvon.simulation.plan.OfficeSpec.PointSpec;
import org.dongvon.simulation.plan.OfficeSpec.StaffSpec;
import org.dongvon.simulation.plan.ProgrammeSpec.Amounts;
import org.dongvon.simulation.plan.ProgrammeSpec.Quantity;
import org.dongvon.simulation.plan.ProgrammeSpec.Terms;
import org.dongvon.simulation.plan.ProgrammeSpec.Traits;
import org.dongvon.simulation.plan.ProgrammeSpec.Window;

/**
 * An urban office: Lê Chân, Hải Phòng, whose books of 17/05/2024 are to come to the published figures (handbook 13.1):
 * 242 780 million đồng, 4 812 households, nine programmes, 7 000 million of the district on 140 loans.
 */
public final class LeChan {

    /** The office. */
    public static final String CODE = "LECHAN";

    private static final String CENTRAL = "LC-TW";
    private static final String DISTRICT = "LC-QUAN";
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 11, 1);
    private static final LocalDate OPEN_DAY = LocalDate.of(2024, 5, 18);
    private static final LocalDate EX_PRISONERS_FROM = LocalDate.of(2023, 10, 10);
    private static final int ANY_SESSION = 100;
    private static final int LAST_SESSIONS = 11;

    private LeChan() {}

    /** What the office is to look like. */
    public static OfficeSpec spec() {
        return new OfficeSpec(
                new OfficeSpec.Place(
                        CODE,
                        "Phòng giao dịch Lê Chân",
                        "Trụ sở phòng giao dịch",
                        "LC",
                        "HAIPHONG",
                        "Thành phố Hải Phòng"),
                new OfficeSpec.Time(FIRST_DAY, OPEN_DAY, 12),
                points(),
                List.of(10, 24),
                List.of(
                        new ContractSpec(
                                CENTRAL,
                                "CENTRAL",
                                "Ngân hàng Chính sách xã hội",
                                "Chỉ tiêu kế hoạch tín dụng (DEMO)",
                                FIRST_DAY,
                                260_000),
                        new ContractSpec(
                                DISTRICT,
                                "DISTRICT",
                                "UBND quận Lê Chân",
                                "Hợp đồng ủy thác 01/HĐUT (DEMO)",
                                FIRST_DAY,
                                7_000)),
                programmes(),
                List.of(
                        new StaffSpec("totruong.lechan", "Phạm Ngọc Lan", Role.LEADER),
                        new StaffSpec("giaodich.lechan", "Lê Thu Hà", Role.TELLER),
                        new StaffSpec("kiemsoat.lechan", "Đỗ Thị Sen", Role.CONTROLLER),
                        new StaffSpec("giamdoc.lechan", "Vũ Quang Minh", Role.DIRECTOR)),
                List.of(new Guest(
                        "LC-VINHNIEM", 3, "khu Trại Lẻ", "HPN", new PersonName("Bùi Thị Hạnh", true), 60, null)));
    }

    private static List<PointSpec> points() {
        return List.of(
                point("LC-ANBIEN", "Phường An Biên", 18, 12),
                point("LC-ANDUONG", "Phường An Dương", 8, 6),
                point("LC-CATDAI", "Phường Cát Dài", 8, 4),
                point("LC-DONGHAI", "Phường Đông Hải", 14, 4),
                point("LC-DUHANG", "Phường Dư Hàng", 10, 6),
                point("LC-DUHANGKENH", "Phường Dư Hàng Kênh", 12, 11),
                point("LC-HANGKENH", "Phường Hàng Kênh", 12, 7),
                point("LC-HONAM", "Phường Hồ Nam", 22, 5),
                point("LC-KENHDUONG", "Phường Kênh Dương", 14, 8),
                point("LC-LAMSON", "Phường Lam Sơn", 10, 5),
                point("LC-NGHIAXA", "Phường Nghĩa Xá", 18, 19),
                point("LC-NIEMNGHIA", "Phường Niệm Nghĩa", 16, 6),
                point("LC-TRAICAU", "Phường Trại Cau", 22, 5),
                point("LC-TRANNGUYENHAN", "Phường Trần Nguyên Hãn", 24, 5),
                point("LC-VINHNIEM", "Phường Vĩnh Niệm", 18, 31));
    }

    private static PointSpec point(String code, String name, int sessionDay, int groups) {
        var hamlets = IntStream.rangeClosed(1, groups)
                .mapToObj("tổ dân phố %d"::formatted)
                .toList();
        return new PointSpec(code, name, "Trụ sở UBND p" + name.substring(1), sessionDay, groups, hamlets);
    }

    private static List<ProgrammeSpec> programmes() {
        return Stream.concat(livelihoods().stream(), others().stream()).toList();
    }

    /** Job loans and the three classes of households, which carry most of the money. */
    private static List<ProgrammeSpec> livelihoods() {
        return List.of(
                central(
                        "GQVL",
                        new Quantity(1_846, 91_412, 0, 110, 5),
                        new Amounts(20, 100, List.of(30, 40, 50, 50, 50, 60, 60, 70, 80)),
                        new Terms(List.of(60, 60, 36), 12, 0, 0),
                        jobs(1)),
                new ProgrammeSpec(
                        "GQVL",
                        DISTRICT,
                        new Quantity(140, 7_000, 0, 0, 0),
                        new Amounts(50, 50, List.of(50)),
                        new Terms(List.of(60), 12, 0, 0),
                        new Window(FIRST_DAY, LAST_SESSIONS),
                        new Traits(false, 1, BorrowerClass.STANDARD, true)),
                central(
                        "THOATNGHEO",
                        new Quantity(1_062, 46_905, 0, 60, 3),
                        new Amounts(20, 100, List.of(30, 40, 50, 50, 50, 60)),
                        new Terms(List.of(60, 36), 12, 0, 0),
                        jobs(0)),
                central(
                        "CANNGHEO",
                        new Quantity(884, 38_220, 0, 50, 3),
                        new Amounts(20, 100, List.of(30, 40, 50, 50, 50, 60)),
                        new Terms(List.of(60, 60, 120), 12, 0, 0),
                        jobs(0)),
                central(
                        "HONGHEO",
                        new Quantity(246, 9_415, 0, 20, 2),
                        new Amounts(10, 100, List.of(30, 40, 40, 50, 50)),
                        new Terms(List.of(60, 120), 12, 0, 0),
                        jobs(0)));
    }

    private static List<ProgrammeSpec> others() {
        return List.of(
                central(
                        "NOXH",
                        new Quantity(96, 31_774, 0, 0, 0),
                        new Amounts(150, 600, List.of(250, 300, 350, 350, 400, 450)),
                        new Terms(List.of(180, 240, 300), 6, 0, 0),
                        new Traits(true, 0, BorrowerClass.STANDARD, false)),
                central(
                        "HSSV",
                        new Quantity(574, 14_638, 80, 0, 0),
                        new Amounts(8, 40, List.of(20, 20, 25, 30, 30)),
                        new Terms(List.of(84, 96), 12, 48, 48),
                        jobs(0)),
                new ProgrammeSpec(
                        "NCHXAPT",
                        CENTRAL,
                        new Quantity(24, 1_986, 0, 0, 0),
                        new Amounts(30, 100, List.of(60, 80, 90, 100, 100)),
                        new Terms(List.of(60), 12, 0, 0),
                        new Window(EX_PRISONERS_FROM, ANY_SESSION),
                        jobs(0)),
                new ProgrammeSpec(
                        "XKLD",
                        CENTRAL,
                        new Quantity(14, 1_105, 0, 0, 0),
                        new Amounts(40, 100, List.of(60, 75, 80, 90, 95)),
                        new Terms(List.of(36), 12, 0, 0),
                        new Window(FIRST_DAY, LAST_SESSIONS),
                        jobs(0)),
                new ProgrammeSpec(
                        "MAYTINH",
                        CENTRAL,
                        new Quantity(49, 325, 43, 0, 0),
                        new Amounts(3, 10, List.of(5, 6, 7, 8)),
                        new Terms(List.of(36), 12, 0, 0),
                        new Window(FIRST_DAY, LAST_SESSIONS),
                        jobs(0)));
    }

    private static ProgrammeSpec central(String code, Quantity quantity, Amounts amounts, Terms terms, Traits traits) {
        return new ProgrammeSpec(code, CENTRAL, quantity, amounts, terms, new Window(FIRST_DAY, ANY_SESSION), traits);
    }

    private static Traits jobs(int jobs) {
        return new Traits(false, jobs, BorrowerClass.STANDARD, false);
    }
}
