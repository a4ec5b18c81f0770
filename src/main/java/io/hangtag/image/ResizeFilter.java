package io.hangtag.image;

import java.util.Arrays;
import java.util.Locale;

/** The convolution kernels a model package may name; as Pillow defines them, stretched by the scale when shrinking. */
public enum ResizeFilter {
    /** The triangle kernel. */
    BILINEAR(1.0) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            return x < 1.0 ? 1.0 - x : 0.0;
        }
    },
    /** Keys' cubic kernel with a = -0.5 (R. Keys, "Cubic Convolution Interpolation", 1981). */
    BICUBIC(2.0) {
        private static final double A = -0.5;

        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1.0) {
                return ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0;
            }
            return x < 2.0 ? (((x - 5.0) * x + 8.0) * x - 4.0) * A : 0.0;
        }
    };

    private final double support;

    ResizeFilter(double support) {
        this.support = support;
    }

    /** Half the kernel's width, in source pixels at scale 1. */
    double support() {
        return support;
    }

    /** The kernel at a distance from its centre. */
    abstract double weight(double distance);

    /**
     * The filter of that name in {@code model.json}.
     *
     * @throws IllegalArgumentException for a name that is none of these
     */
    public static ResizeFilter ofName(String name) {
        return Arrays.stream(values())
                .filter(filter -> filter.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No resize filter is called '" + name + "'; there are bilinear and bicubic"));
    }
}
