package org.dongvon.session.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.zip.GZIPOutputStream;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The day package: what is owed can be said from it alone, it is the teller's alone, and 3 000 loans fit into 120 KB. */
@PostgresTest
class FieldPackageDbTest {

    private static final int GROUPS = 50;
    private static final int MEMBERS = 60;

    /** Ordinary names: a name that is always the same would flatter the figure. */
    private static final String NAMES = """
            update household.person p
               set full_name = (array['Nguyễn','Trần','Lê','Phạm','Hoàng','Huỳnh','Phan','Vũ','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý'])[1 + (p.id & 65535) * 7 % 16]
                   || ' ' || (array['Thị','Văn','Thị Ngọc','Đức','Thị Thanh','Minh','Quang','Thị Kim','Hữu','Thị Bích'])[1 + (p.id & 65535) * 13 % 10]
                   || ' ' || (array['Lan','Hùng','Mai','Tuấn','Hương','Dũng','Hoa','Sơn','Thủy','Hải','Yến','Long','Nga','Thắng','Oanh','Phúc','Quỳnh','Tâm','Uyên','Vinh'])[1 + ((p.id & 65535) * (p.id & 65535)) % 20]
            """;

    private final ApplicationContext beans;
    private final FieldPackages packages;
    private final OwnerDb owner;

    FieldPackageDbTest(ApplicationContext beans, FieldPackages packages, OwnerDb owner) {
        this.beans = beans;
        this.packages = packages;
        this.owner = owner;
    }

    @Test
    void saysWhatIsOwedAndFits3000LoansInto120Kilobytes() throws IOException {
        var village = Village.in(beans, "PK");
        long first = village.openSession(90_000_000_000L);
        for (int group = 1; group <= GROUPS; group++) {
            village.payOut(
                    first, village.group(group, MEMBERS, "HONGHEO", 15_000_000L + group * 470_000L, Village.FIRST_DAY));
        }
        owner.sql(NAMES).update();
        // Lines of loans that were paid for years are no round numbers.
        owner.sql(
                        "update loan.part set constant = constant + loan_id * 7919 % 104729 * 104729104729 - 3 where part = 'IN_TERM'")
                .update();
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        long session = village.openSession(0);

        var file = packages.read(village.teller, session);
        var json = JsonMapper.builder().build().readTree(file.json());
        int size = gzip(file.json());

        System.out.printf(
                "package of %d loans: %d bytes, gzip %d%n", json.get("loans").size(), file.json().length, size);
        assertThat(json.get("loans").size()).isEqualTo(GROUPS * MEMBERS);
        assertThat(size).as("gzip bytes of 3 000 loans").isLessThanOrEqualTo(120 * 1_024);
        assertThat(packages.read(village.teller, session).digest()).isEqualTo(file.digest());
        assertThat(file.people()).hasSize(GROUPS * MEMBERS);
        assertThat(new String(file.json(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("0000010000");
        long third = Long.parseLong(json.get("loans").get(0).get(0).stringValue())
                + json.get("loans").get(1).get(0).longValue()
                + json.get("loans").get(2).get(0).longValue();
        assertThat(owed(json, 2))
                .isEqualTo(owner.sql(
                                "select round(sum(p.constant + p.principal * programme.in_term_index(p.series_id, '2024-05-18'))"
                                        + " / 36500000000) from loan.part p where p.loan_id = :loan")
                        .param("loan", third)
                        .query(Long.class)
                        .single());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> packages.read(village.leader, session))
                .matches(refused -> refused.refusal() == SessionRefusal.NOT_THE_SESSIONS_TELLER);
        var stranger = Village.in(beans, "PL");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> packages.read(stranger.teller, session))
                .matches(refused -> refused.refusal() == SessionRefusal.UNKNOWN_SESSION);
    }

    /** As the page computes it: K + B × index, rounded once. */
    private static long owed(JsonNode json, int loan) {
        var row = json.get("loans").get(loan);
        var numerator = BigInteger.ZERO;
        for (int i = 8; i < row.size(); i += 3) {
            var index = new BigInteger(
                    json.get("series").get(row.get(i).intValue()).get(1).stringValue());
            numerator = numerator
                    .add(new BigInteger(row.get(i + 2).stringValue()))
                    .add(BigInteger.valueOf(row.get(i + 1).longValue()).multiply(index));
        }
        return InterestLine.toDong(numerator).amount();
    }

    private static int gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
