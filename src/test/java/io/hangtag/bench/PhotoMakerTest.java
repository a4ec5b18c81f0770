package io.hangtag.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.ImageHeader;
import io.hangtag.image.jpeg.JpegDecoder;
import org.junit.jupiter.api.Test;

class PhotoMakerTest {
    private final PhotoMaker maker = new PhotoMaker();

    @Test
    void aMegapixelHasTheSizeOfAShopsPhoto() {
        // when
        byte[] photo = PhotoSize.ONE_MEGAPIXEL.jpeg();
        // then
        ImageHeader header = new JpegDecoder().readHeader(photo);
        assertThat(header.width()).isEqualTo(1152);
        assertThat(header.height()).isEqualTo(864);
        assertThat(photo.length).isBetween(270_000, 330_000);
    }

    @Test
    void aSeedAlwaysDrawsTheSamePhotoAndAnotherAnother() {
        assertThat(maker.jpeg(64, 48, 1)).isEqualTo(maker.jpeg(64, 48, 1)).isNotEqualTo(maker.jpeg(64, 48, 2));
    }
}
