package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Invented people. Their identity numbers begin with 000, which is no province, and carry century, sex and year of birth
 * as real ones do; no two people share one.
 */
final class People {

    private static final List<String> FAMILIES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng",
            "Phan", "Vũ", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đoàn", "Trịnh", "Đinh", "Lâm",
            "Mai", "Lưu", "Tạ", "Cao", "Lại", "Hà", "Chu", "Tô", "Phùng", "Quách", "Thái", "Kiều", "Nghiêm");

    private static final List<String> MIDDLES_OF_WOMEN = List.of(
            "Thị",
            "Thị",
            "Thị",
            "Thị",
            "Thị",
            "Thị Thanh",
            "Thị Thu",
            "Thị Kim",
            "Thị Ngọc",
            "Thị Minh",
            "Ngọc",
            "Thu",
            "Thanh",
            "Bích",
            "Thị Hồng",
            "Thị Mai",
            "Phương",
            "Thị Lan");

    private static final List<String> GIVEN_OF_WOMEN = List.of(
            "Hạnh", "Bích", "Dịu", "Én", "Gấm", "Huê", "Lựu", "Oanh", "Mận", "Miên", "Hà", "Lan", "Hoa", "Hương",
            "Hồng", "Huệ", "Liên", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Nụ", "Phượng", "Quyên", "Sen", "Thảo",
            "Thắm", "Thoa", "Thơm", "Thúy", "Thủy", "Trang", "Tuyết", "Vân", "Xuân", "Yến", "Chuyên", "Cúc", "Duyên",
            "Đào", "Hằng", "Hiền", "Hòa", "Khuyên", "Là", "Lụa", "Lý", "Nết", "Nhài", "Tâm", "Tươi", "Vui", "Xoan");

    private static final List<String> MIDDLES_OF_MEN = List.of(
            "Văn", "Văn", "Văn", "Văn", "Văn", "Đình", "Đức", "Hữu", "Quang", "Xuân", "Ngọc", "Công", "Minh", "Bá",
            "Trọng", "Thế", "Duy", "Mạnh");

    private static final List<String> GIVEN_OF_MEN = List.of(
            "Cảnh", "Đoan", "Hợi", "Khoát", "Nhỡ", "Tấn", "An", "Ba", "Bình", "Chiến", "Cường", "Dũng", "Đông", "Giang",
            "Hải", "Hiếu", "Hoàn", "Hùng", "Hưng", "Khang", "Khánh", "Kiên", "Lâm", "Lập", "Long", "Lực", "Minh", "Nam",
            "Nghĩa", "Phong", "Phúc", "Quân", "Quyết", "Sáu", "Sinh", "Sơn", "Tài", "Thành", "Thắng", "Thịnh", "Thọ",
            "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Tư", "Vinh", "Việt", "Vượng");

    private static final int SERIALS = 1_000_000;
    private static final int CENTURY = 100;
    private static final int OLDEST = 1956;
    private static final int YOUNGEST = 1998;
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    private static final int MONTHS = 12;
    private static final int WOMEN_PERCENT = 64;

    private final Draw draw;
    private final Set<String> identities = new HashSet<>();

    People(Draw draw) {
        this.draw = draw;
    }

    /** One more person. */
    PersonPlan next() {
        var woman = draw.percent(WOMEN_PERCENT);
        var name = woman ? name(MIDDLES_OF_WOMEN, GIVEN_OF_WOMEN) : name(MIDDLES_OF_MEN, GIVEN_OF_MEN);
        return named(name, woman);
    }

    /** One more person, of a name given. */
    PersonPlan named(String name, boolean woman) {
        var born = LocalDate.of(
                draw.between(OLDEST, YOUNGEST), draw.between(1, MONTHS), draw.between(1, LAST_DAY_OF_ALL_MONTHS));
        return new PersonPlan(name, born, woman, identity(born, woman));
    }

    private String name(List<String> middles, List<String> given) {
        var family = draw.pick(FAMILIES);
        var middle = draw.pick(middles);
        var last = draw.pick(given);
        return middle.endsWith(last) ? family + " " + last : family + " " + middle + " " + last;
    }

    // Province 000; then 0 for a man and 1 for a woman of the 20th century, two digits of the year, and a serial.
    private String identity(LocalDate born, boolean woman) {
        while (true) {
            var digits = "000%d%02d%06d".formatted(woman ? 1 : 0, born.getYear() % CENTURY, draw.below(SERIALS));
            if (identities.add(digits)) {
                return digits;
            }
        }
    }
}
