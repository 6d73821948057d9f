package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.Renewal.Carried;
import org.dongvon.ledger.seal.Seal.Contents;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SealKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A roots file with a key made anew, and what whoever holds that key alone might forge in it: everything is signed properly, and
 * found all the same.
 */
class RenewalTest {

    private static final LocalDate LAST = LocalDate.of(2024, 5, 18);
    private static final String OFFICE = "LECHAN";

    @TempDir
    private static Path folder;

    private final SealKeys lost = SealKeys.random();
    private final SealKeys made = SealKeys.random();
    private final PublicKey first = signed(PublicKey.following(1, base64(lost), ""), lost);
    private final Seal before = seal(LAST, LAST, Hash.ZERO, 1);
    private final Seal after = seal(LAST.plusDays(1), LAST.plusDays(9), before.hash(), 2);

    @Test
    void aFileWithAKeyMadeAnewIsReadWhole() throws IOException {
        var read = RootsFile.read(file(renewed(carried(LAST, before.hash())), List.of(before, after)));

        assertThat(read.keys()).hasSize(2);
        assertThat(read.keys().getLast().renewal()).isEqualTo(renewal(carried(LAST, before.hash())));
        assertThat(read.of(OFFICE)).hasSize(2);
    }

    @Test
    void theLastSealAloneStandsOnTheCarriedOne() throws IOException {
        var key = renewed(carried(LAST, before.hash()));

        assertThat(RootsFile.read(file(key, List.of(after))).of(OFFICE)).hasSize(1);
        assertBroken(file(key, List.of(seal(LAST.plusDays(1), LAST.plusDays(9), Hash.ZERO, 2))));
    }

    @Test
    void thePastIsNotSignedAgain() throws IOException {
        var key = renewed(carried(LAST, before.hash()));

        assertBroken(file(key, List.of(seal(LAST, LAST, Hash.ZERO, 2))));
        assertBroken(file(key, List.of(seal(LAST.minusDays(1), LAST.minusDays(1), Hash.ZERO, 2))));
    }

    @Test
    void aLostKeyThatTurnsUpAgainSignsNothingMore() throws IOException {
        assertBroken(file(
                renewed(carried(LAST, before.hash())),
                List.of(before, seal(LAST.plusDays(1), LAST.plusDays(1), before.hash(), 1))));
        assertBroken(file(renewed(), List.of(before)));
    }

    @Test
    void theCarriedSealIsTheOneThatTheOldKeySigned() throws IOException {
        assertBroken(file(renewed(carried(LAST, Hash.of("another"))), List.of(before)));
        assertBroken(file(renewed(carried(LAST.minusDays(1), before.hash())), List.of(before)));
    }

    @Test
    void officesThatSealedNothingBeforeBeginWithTheNewKey() throws IOException {
        var begun = seal(LAST, LAST, Hash.ZERO, 2);

        assertThat(RootsFile.read(file(renewed(), List.of(begun))).of(OFFICE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"renewed 2026", "carried LECHAN", "renewed", "carried"})
    void noLineOfTheRecordIsChangedOrLeftOut(String beginning) throws IOException {
        var lines = Files.readAllLines(file(renewed(carried(LAST, before.hash())), List.of(before, after)));
        int at = 0;
        while (!lines.get(at).startsWith(beginning.split(" ", -1)[0])) {
            at++;
        }
        var line = lines.get(at);
        var without = new ArrayList<>(lines);
        without.remove(at);
        lines.set(at, beginning.contains(" ") ? line.replace('2', '3') : line + " ");

        assertBroken(Files.write(folder.resolve("changed.txt"), endedAgain(lines)));
        assertBroken(Files.write(folder.resolve("without.txt"), endedAgain(without)));
    }

    @Test
    void theFirstKeyIsNotMadeAnew() {
        var alone = signed(PublicKey.following(1, base64(made), "").renewedBy(renewal()), made);

        assertThat(PublicKey.areChained(List.of(alone))).isFalse();
        assertThat(PublicKey.areChained(List.of(first))).isTrue();
    }

    @Test
    void aKeyThatNobodyVouchesForNeedsItsRecord() {
        var stranger = signed(PublicKey.following(2, base64(made), ""), made);

        assertThat(PublicKey.areChained(List.of(first, stranger))).isFalse();
        assertThat(PublicKey.areChained(List.of(first, renewed()))).isTrue();
    }

    @Test
    void aReasonKeepsItsLettersAndItsPlaceInTheLine() {
        var odd = new Renewal(Instant.parse("2026-11-28T02:31:00Z"), 1, 2, "ổ C:\\ hỏng  hai lần", List.of());

        assertThat(Renewal.parse(odd.text().strip())).isEqualTo(odd);
        assertThatThrownBy(() -> Renewal.parse("renewed 2026-11-28T02:31:00.5Z 1 2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Carried carried(LocalDate day, Hash seal) {
        return new Carried(OFFICE, day, seal);
    }

    private static Renewal renewal(Carried... carried) {
        return new Renewal(Instant.parse("2026-11-28T02:31:22Z"), 22, 23, "Hỏng ổ cứng", List.of(carried));
    }

    private PublicKey renewed(Carried... carried) {
        return signed(PublicKey.following(2, base64(made), "").renewedBy(renewal(carried)), made);
    }

    private Seal seal(LocalDate from, LocalDate to, Hash previous, int key) {
        var unsigned = new Seal(new Period(OFFICE, from, to), previous, Contents.of(List.of()), key, "");
        var keys = key == 1 ? lost : made;
        return unsigned.signed(Base64.getEncoder().encodeToString(keys.sign(keys.newest(), unsigned.line())));
    }

    private static String base64(SealKeys keys) {
        return Base64.getEncoder().encodeToString(keys.newest());
    }

    private static PublicKey signed(PublicKey key, SealKeys by) {
        return key.endorsedWith(by.sign(by.newest(), key.endorsed()));
    }

    private Path file(PublicKey second, List<Seal> seals) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("dongvon-roots 1");
        lines.add(first.line().strip() + " " + first.endorsement());
        lines.add(second.line().strip() + " " + second.endorsement());
        second.endorsed().lines().skip(1).forEach(lines::add);
        seals.forEach(seal -> {
            lines.add(seal.line().strip());
            lines.add("seal " + seal.hash() + " " + seal.signature());
        });
        lines.add("end");
        return Files.write(Files.createTempFile(folder, "roots", ".txt"), endedAgain(lines));
    }

    /** The lines with a last one that fits them, as whoever holds the new key can make it. */
    private List<String> endedAgain(List<String> lines) {
        var all = new ArrayList<>(lines.subList(0, lines.size() - 1));
        var end = RootsParser.endLine(Hash.of(String.join("\n", all) + "\n").toString(), 2);
        all.add(end.strip() + " " + Base64.getEncoder().encodeToString(made.sign(made.newest(), end)));
        return all;
    }

    private static void assertBroken(Path file) {
        assertThatThrownBy(() -> RootsFile.read(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LedgerRefusal.ROOTS_FILE_BROKEN));
    }
}
