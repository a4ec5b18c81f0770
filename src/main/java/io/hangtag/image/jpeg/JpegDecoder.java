package io.hangtag.image.jpeg;

import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.util.Optional;

/**
 * Reads baseline, extended sequential and progressive JPEG with 8 bits a sample, Huffman or arithmetically coded, straight to
 * 1/1, 1/2, 1/4 or 1/8.
 */
public final class JpegDecoder implements ImageDecoder {
    @Override
    public ImageFormat format() {
        return ImageFormat.JPEG;
    }

    @Override
    public ImageHeader readHeader(byte[] photo) {
        SegmentReader segments = new SegmentReader(photo);
        ApplicationData applicationData = new ApplicationData();
        segments.readStartOfImage();
        Optional<Segment> next = segments.next();
        while (next.isPresent() && !Markers.isStartOfFrame(next.get().marker())) {
            int marker = next.get().marker();
            if (marker == Markers.START_OF_SCAN || marker == Markers.END_OF_IMAGE) {
                throw JpegFaults.corrupt("This JPEG has no frame header before its picture");
            }
            applicationData.read(next.get());
            next = segments.next();
        }
        FrameHeader frame = FrameHeader.read(
                next.orElseThrow(() -> JpegFaults.truncated("This JPEG ends before its frame header")));
        return new ImageHeader(ImageFormat.JPEG, frame.width(), frame.height(), applicationData.orientation());
    }

    /** {@inheritDoc} A JPEG has no transparent pixels, so the background is never seen. */
    @Override
    public RgbImage decode(byte[] photo, int reduction, RgbColor background) {
        if (reduction != 1 && reduction != 2 && reduction != 4 && reduction != 8) {
            throw new IllegalArgumentException("A JPEG is reduced by 1, 2, 4 or 8, not " + reduction);
        }
        try {
            return new JpegReading(photo, reduction).read();
        } catch (IndexOutOfBoundsException e) {
            // The last resort: the format's rules are checked where they apply, and no test gets here. A photo that
            // finds a
            // gap in those checks is a broken photo, not a broken service.
            throw JpegFaults.corrupt("This JPEG is broken in a way that has no name");
        }
    }
}
