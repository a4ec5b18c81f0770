package io.hangtag.api.explanation;

import io.hangtag.image.RgbaImage;

/** Draws heat maps. Stateless. */
final class HeatMapPainter {
    private final HeatColors colors = new HeatColors();

    RgbaImage paint(HeatMap map) {
        byte[] rgba = new byte[4 * map.width() * map.height()];
        for (int pixel = 0; pixel < map.values().length; pixel++) {
            colors.put(map.share(pixel), rgba, 4 * pixel);
        }
        return new RgbaImage(map.width(), map.height(), rgba);
    }
}
