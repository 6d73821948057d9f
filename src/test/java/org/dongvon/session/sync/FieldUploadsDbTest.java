package org.dongvon.session.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dongvon.session.sync.FieldBooks.INTEREST;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Uploads that are cut, repeated and reordered. */
@PostgresTest
class FieldUploadsDbTest {

    private static final int STEP = 97;
    private static final int UPLOADS = 2_000;
    private static final long SEED = Long.getLong("seed", 20_261_128);

    private final ApplicationContext beans;
    private final FieldUploads uploads;

    FieldUploadsDbTest(ApplicationContext beans, FieldUploads uploads) {
        this.beans = beans;
        this.uploads = uploads;
    }

    @Test
    void anUploadCutAtEvery97thByteLeavesNothingAndGoesOnWhereItStopped() {
        var books = new FieldBooks(beans, "UA", 30);
        var raw = PocketDevice.batch(List.of(
                books.list(books.device, 0, 30),
                books.device.handIn(books.session, 30, 30 * INTEREST, 30 * 50_000, 0)));
        var whole = new FieldUploads.Whole(books.device.id(), raw.length, PocketDevice.sha256(raw));
        UUID last = UUID.randomUUID();
        for (int cut = STEP; cut < raw.length; cut += STEP) {
            var id = UUID.randomUUID();
            var part = Arrays.copyOf(raw, cut);
            // The network died in the middle: the piece is shorter than its digest says.
            refuses(
                    FieldRefusal.FIELD_UPLOAD_CUT,
                    () -> uploads.take(
                            books.village.teller,
                            id,
                            whole,
                            new FieldUploads.Piece(0, part, PocketDevice.sha256(raw))));
            assertThat(uploads.held(books.village.teller, id)).isZero();
            // A right piece stays, and nothing of it is read.
            assertThat(uploads.take(books.village.teller, id, whole, piece(0, part))
                            .answer())
                    .isNull();
            assertThat(uploads.held(books.village.teller, id)).isEqualTo(cut);
            assertThat(books.box()).isZero();
            last = cut < raw.length / 2 ? id : last;
        }
        var id = last;
        int held = uploads.held(books.village.teller, id);
        refuses(
                FieldRefusal.FIELD_UPLOAD_ELSEWHERE,
                () -> uploads.take(
                        books.village.teller,
                        id,
                        whole,
                        piece(held + 1, Arrays.copyOfRange(raw, held + 1, raw.length))));

        // It goes on some bytes before the end of what is held, as after an answer that was lost.
        int from = held - 10;
        var done =
                uploads.take(books.village.teller, id, whole, piece(from, Arrays.copyOfRange(raw, from, raw.length)));

        assertThat(raw.length).as("more than fifteen cuts").isGreaterThan(15 * STEP);
        assertThat(done.answer()).isNotNull();
        assertThat(books.box()).isEqualTo(30 * (INTEREST + 50_000));
        assertThat(uploads.take(books.village.teller, id, whole, piece(0, raw))).isEqualTo(done);
        assertThat(books.box()).isEqualTo(30 * (INTEREST + 50_000));
        books.holds();
    }

    @Test
    void aWrongWholeOfRightPiecesBeginsAnew() {
        var books = new FieldBooks(beans, "UB", 5);
        var raw = PocketDevice.batch(List.of(books.list(books.device, 0, 5)));
        var wrong = new FieldUploads.Whole(books.device.id(), raw.length, PocketDevice.sha256(new byte[] {1}));
        var id = UUID.randomUUID();
        refuses(FieldRefusal.FIELD_UPLOAD_CUT, () -> uploads.take(books.village.teller, id, wrong, piece(0, raw)));
        assertThat(uploads.held(books.village.teller, id)).isZero();
        refuses(
                FieldRefusal.FIELD_UPLOAD_TOO_LARGE,
                () -> uploads.take(
                        books.village.teller,
                        id,
                        new FieldUploads.Whole(books.device.id(), BatchReader.MOST_BYTES + 1, new byte[32]),
                        piece(0, raw)));
        assertThat(books.box()).isZero();
    }

    @Test
    void theListOfAGroupOf60IsAnUploadOf4KilobytesAtMost() throws IOException {
        var books = new FieldBooks(beans, "UC", 60);
        var raw = gzip(PocketDevice.batch(List.of(books.list(books.device, 0, 60))));

        assertThat(raw.length).isLessThanOrEqualTo(4_096);
    }

    @Test
    void twoThousandRepeatedAndReorderedUploadsPostEachEventOnce() {
        var books = new FieldBooks(beans, "UD", 60);
        var random = new Random(SEED);
        var first = day(books, books.device, 0, 15);
        var second = day(books, books.another(), 30, 15);
        var former = new ArrayList<Sent>();
        for (int i = 0; i < UPLOADS; i++) {
            Sent sent;
            if (!former.isEmpty() && random.nextInt(3) == 0) {
                sent = former.get(random.nextInt(former.size()));
            } else {
                var some = new ArrayList<>(random.nextBoolean() ? first : second);
                Collections.shuffle(some, random);
                sent = new Sent(UUID.randomUUID(), List.copyOf(some.subList(0, 1 + random.nextInt(3))));
                former.add(sent);
            }
            books.send(sent.id(), sent.events());
        }
        books.send(first);
        books.send(second);

        assertThat(books.desk()).as("seed %s", SEED).isEmpty();
        assertThat(books.box()).as("seed %s", SEED).isEqualTo(30 * (INTEREST + 50_000));
        assertThat(books.sum(
                        "select count(*) from session.posting where kind <> 'FLOAT' and session_id = " + books.session))
                .as("seed %s", SEED)
                .isEqualTo(30);
        books.holds();
        books.close();
    }

    /** Lists of one member each, then the hand-in. */
    private static List<PocketDevice.Event> day(FieldBooks books, PocketDevice device, int from, int members) {
        for (int member = from; member < from + members; member++) {
            books.list(device, member, member + 1);
        }
        device.handIn(books.session, members, members * INTEREST, members * 50_000L, 0);
        return device.events();
    }

    private static FieldUploads.Piece piece(int from, byte[] bytes) {
        return new FieldUploads.Piece(from, bytes, PocketDevice.sha256(bytes));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void refuses(FieldRefusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .matches(refused -> refused.refusal() == refusal, refusal.name());
    }

    private record Sent(UUID id, List<PocketDevice.Event> events) {}
}
