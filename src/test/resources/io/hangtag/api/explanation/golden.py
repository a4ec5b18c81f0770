"""Makes golden.json: heat maps by NumPy, to hold Java's against. Run in this folder: python golden.py"""

import json

import numpy as np

CLASSES, CHANNELS, ROWS, COLUMNS = 3, 6, 5, 5
SIZE = 160


def geometry(width, height, size):
    """docs/model-package.md, preprocessing, steps 2 and 6."""
    longest = max(width, height)
    w, h = (max(1, (2 * side * size + longest) // (2 * longest)) for side in (width, height))
    return w, h, (size - w) // 2, (size - h) // 2


def along(first, length, pixels, cells):
    """Where the middles of pixels lie among the middles of cells."""
    return (first + (np.arange(pixels) + 0.5) / pixels * length) / SIZE * cells - 0.5


def main():
    random = np.random.default_rng(8)
    activation = random.gamma(1.0, 1.0, (CHANNELS, ROWS, COLUMNS)).astype(np.float32)
    weights = random.normal(0.0, 1.0, (CLASSES, CHANNELS)).astype(np.float32)
    maps = np.tensordot(weights.astype(np.float64), activation.astype(np.float64), axes=1)
    pictures = []
    for label, (width, height) in enumerate([(90, 160), (400, 300), (50, 50)]):
        w, h, left, top = geometry(width, height, SIZE)
        out_w, out_h, _, _ = geometry(width, height, 24)
        columns = along(left, w, out_w, COLUMNS)
        rows = along(top, h, out_h, ROWS)
        wide = np.stack([np.interp(columns, np.arange(COLUMNS), row) for row in maps[label]])
        heat = np.stack([np.interp(rows, np.arange(ROWS), column) for column in wide.T]).T
        pictures.append(
            {
                "class": label,
                "width": width,
                "height": height,
                "peak": float(maps[label].max()),
                "heat": [[round(float(value), 6) for value in row] for row in heat],
            }
        )
    golden = {
        "size": SIZE,
        "side": 24,
        "channels": CHANNELS,
        "rows": ROWS,
        "columns": COLUMNS,
        "activation": [float(value) for value in activation.ravel()],
        "weights": [float(value) for value in weights.ravel()],
        "pictures": pictures,
    }
    with open("golden.json", "w", encoding="utf-8") as file:
        json.dump(golden, file)
        file.write("\n")


main()
