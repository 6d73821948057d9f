package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dongvon.identity.secondfactor.SecretBox;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of second factors go with the keys of personal data, and none is lost on the way. */
@PostgresTest
class ResealSecondFactorsDbTest {

    private static final byte[] SECRET = "twenty bytes of seed".getBytes(StandardCharsets.US_ASCII);

    private final Accounts accounts;
    private final RegisterUnits units;
    private final OwnerDb owner;

    ResealSecondFactorsDbTest(Accounts accounts, RegisterUnits units, OwnerDb owner) {
        this.accounts = accounts;
        this.units = units;
        this.owner = owner;
    }

    @Test
    void areReadableUnderTheNewKeyAloneAndUnderNoneThatWasForgotten(@TempDir Path folder) throws Exception {
        owner.sql("delete from identity.second_factor").update();
        var first = InstallationKey.random();
        var file = folder.resolve("personal-data.keys");
        var ring = KeyRing.in(file, first);
        var box = new SecretBox(first, ring);
        var enrolled = List.of(enrol("niem-mot", box), enrol("niem-hai", box));
        var later = KeyRing.in(file, first);
        later.add(2);
        enrol("niem-ba", new SecretBox(first, later));

        assertThat(new ResealSecondFactors(owner.dataSource(), first, later).run())
                .isEqualTo(2);
        later.keepOnly(Set.of(2));

        var other = new SecretBox(InstallationKey.random(), KeyRing.in(file, first));
        for (long account : enrolled) {
            assertThat(other.open(account, stored(account)))
                    .hasValueSatisfying(secret -> assertThat(secret).isEqualTo(SECRET));
            assertThat(new SecretBox(first, KeyRing.random()).open(account, stored(account)))
                    .isEmpty();
        }
        assertThat(new ResealSecondFactors(owner.dataSource(), first, later).run())
                .isZero();
    }

    @Test
    void changesNothingWhenOneOpensUnderNoKey() {
        owner.sql("delete from identity.second_factor").update();
        var first = InstallationKey.random();
        var ring = KeyRing.random();
        long good = enrol("niem-tot", new SecretBox(first, ring));
        enrol("niem-la", new SecretBox(InstallationKey.random(), KeyRing.random()));
        var before = stored(good);
        ring.add(2);

        assertThatThrownBy(() -> new ResealSecondFactors(owner.dataSource(), first, ring).run())
                .hasMessageContaining("under a key that is gone");
        assertThat(stored(good)).isEqualTo(before);
    }

    private long enrol(String login, SecretBox box) {
        long office = units.register(
                "N-" + login.toUpperCase(Locale.ROOT), Unit.Kind.PROVINCE, "Hà Tĩnh", null, LocalDate.of(2003, 1, 1));
        long id = accounts.create(
                Actor.SYSTEM, new NewAccount(login, "Lê Thu Hà", Role.ADMINISTRATOR, office), "twelve chars");
        owner.sql("insert into identity.second_factor (account_id, secret, last_step) values (:account, :secret, 0)")
                .param("account", id)
                .param("secret", box.seal(id, SECRET))
                .update();
        return id;
    }

    private byte[] stored(long account) {
        return owner.sql("select secret from identity.second_factor where account_id = :account")
                .param("account", account)
                .query((row, n) -> row.getBytes("secret"))
                .single();
    }
}
