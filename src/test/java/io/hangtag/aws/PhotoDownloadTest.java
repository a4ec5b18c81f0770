package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.jpeg.encode.JpegEncoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.StoredPhoto;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** At the store's boundary: how much of a body is taken, and how often its bytes are copied. */
class PhotoDownloadTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final ImageLimits LIMITS = new ImageLimits(32 * MEGABYTE, 2_000_000, 5_000);
    private static final PhotoReader READER = new PhotoReader(List.of(new JpegDecoder(), new PngDecoder()), LIMITS);
    private static final LetterboxSpec LETTERBOX = new LetterboxSpec(64, ResizeFilter.BILINEAR, RgbColor.WHITE);

    private final PhotoDownload download = new PhotoDownload(new PhotoId("shop", "a.jpg"), LIMITS, READER::refuseEarly);

    /** A body that counts what is taken of it. */
    private static final class Body extends ByteArrayInputStream {
        private long taken;

        Body(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            // In pieces, as from a socket.
            int read = super.read(into, offset, Math.min(length, 8_000));
            taken += Math.max(0, read);
            return read;
        }
    }

    private boolean aborted;

    private StoredPhoto download(Body body, long length) throws Exception {
        return download.transform(
                GetObjectResponse.builder()
                        .contentLength(length)
                        .eTag("\"e\"")
                        .metadata(Map.of())
                        .build(),
                AbortableInputStream.create(body, () -> aborted = true));
    }

    private HangtagException refused(Body body, long length) {
        return catchThrowableOfType(HangtagException.class, () -> download(body, length));
    }

    @Test
    void everyByteIsTakenOnce() throws Exception {
        byte[] file = photo(3 * MEGABYTE);
        Body body = new Body(file);

        StoredPhoto photo = download(body, file.length);

        assertThat(photo.bytes()).isEqualTo(file);
        assertThat(body.taken).isEqualTo(file.length);
        assertThat(aborted).isFalse();
    }

    @Test
    void fromTheStoreToTheModelsInputAFileIsNeverCopied() throws Exception {
        // given a file of which all but a few kilobytes lie between the headers
        byte[] file = photo(24 * MEGABYTE);
        Body body = new Body(file);
        read(download(new Body(file), file.length).bytes());

        // when
        long allocated = allocated(() -> read(download(body, file.length).bytes()));

        // then there is room for it once, and a megabyte for its pixels, tables and beginning
        assertThat(allocated).isBetween((long) file.length, (long) file.length + MEGABYTE);
    }

    @Test
    void aFileThatIsTooLongIsRefusedUnread() {
        Body body = new Body(new byte[0]);

        assertThat(refused(body, 33L * MEGABYTE).code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(body.taken).isZero();
        assertThat(aborted).isTrue();
    }

    @Test
    void aLargeFileOfAnotherFormatIsRefusedByItsBeginning() {
        byte[] file = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 20 * MEGABYTE);
        Body body = new Body(file);

        assertThat(refused(body, file.length).code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(body.taken).isEqualTo(PhotoDownload.BEGINNING);
        assertThat(aborted).isTrue();
    }

    @Test
    void aLargeFileOfTooManyPixelsIsRefusedByItsBeginning() {
        byte[] header = new JpegEncoder(80).encode(RgbImage.filled(1_600, 1_300, RgbColor.WHITE));
        byte[] file = Arrays.copyOf(header, 20 * MEGABYTE);
        Body body = new Body(file);

        assertThat(refused(body, file.length).code()).isEqualTo(ErrorCode.TOO_MANY_PIXELS);
        assertThat(body.taken).isEqualTo(PhotoDownload.BEGINNING);
    }

    @Test
    void whatLooksBrokenByItsBeginningAloneIsReadWhole() throws Exception {
        // given a JPEG whose frame header comes behind a megabyte of other headers
        byte[] file = photo(2 * MEGABYTE);

        assertThat(download(new Body(file), file.length).bytes()).isEqualTo(file);
    }

    @Test
    void aSmallFileIsLeftToTheReaderThatSaysMoreOfIt() throws Exception {
        byte[] file = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

        assertThat(download(new Body(file), file.length).bytes()).isEqualTo(file);
    }

    @Test
    void aBodyThatEndsEarlyIsAskedForAgain() {
        for (int sent : new int[] {100, PhotoDownload.BEGINNING + 5_000}) {
            Body body = new Body(Arrays.copyOf(photo(2 * MEGABYTE), sent));

            assertThat(catchThrowableOfType(RetryableException.class, () -> download(body, 2 * MEGABYTE)))
                    .hasMessageContaining("ended after %d of %d bytes", sent, 2 * MEGABYTE);
        }
    }

    private static RgbImage read(byte[] file) {
        ImageHeader header = READER.readHeader(file);
        return READER.letterbox(file, header, LETTERBOX);
    }

    /** A small JPEG with so many bytes of application data before its frame header that it has that length. */
    private static byte[] photo(int length) {
        byte[] jpeg = new JpegEncoder(80).encode(RgbImage.filled(64, 64, RgbColor.WHITE));
        byte[] file = new byte[length];
        new Random(1).nextBytes(file);
        file[0] = jpeg[0];
        file[1] = jpeg[1];
        int at = 2;
        int end = length - (jpeg.length - 2);
        while (at < end) {
            int segment = Math.min(60_000, end - at);
            // No segment shorter than its own header is to be left.
            segment = end - at - segment < 4 && segment < end - at ? segment - 4 : segment;
            file[at] = (byte) 0xff;
            file[at + 1] = (byte) 0xef;
            file[at + 2] = (byte) (segment - 2 >> 8);
            file[at + 3] = (byte) (segment - 2);
            at += segment;
        }
        System.arraycopy(jpeg, 2, file, end, jpeg.length - 2);
        return file;
    }

    private static long allocated(Callable<?> work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.call();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
