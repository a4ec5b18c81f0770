"""The classes that can be drawn, and one picture of a class for a seed."""

from __future__ import annotations

from random import Random

from hangtag_models.illustrations.figure import CHILD, MAN, WOMAN
from hangtag_models.illustrations.sample_bottoms import (
    boxers,
    capris,
    jeans,
    leggings,
    shorts,
    skirt,
    stockings,
    track_pants,
    trousers,
)
from hangtag_models.illustrations.sample_others import (
    bodysuit,
    bra,
    briefs,
    dress,
    dungarees,
    girls_dress,
    nightdress,
    saree,
    tracksuit,
)
from hangtag_models.illustrations.sample_tops import (
    blazer,
    camisole,
    hoodie,
    jacket,
    kids_top,
    kurta,
    longsleeve,
    mens_kurta,
    mens_polo,
    mens_tshirt,
    shirt,
    sweater,
    sweatshirt,
    vest,
    womens_top,
    womens_tshirt,
)
from hangtag_models.illustrations.sampling import Sampler
from hangtag_models.illustrations.scene import Picture

CLASSES: dict[str, Sampler] = {
    "mens-tshirt-solid": mens_tshirt("solid"),
    "mens-tshirt-printed": mens_tshirt("printed"),
    "mens-tshirt-striped": mens_tshirt("striped"),
    "mens-polo-solid": mens_polo(False),
    "mens-polo-striped": mens_polo(True),
    "mens-shirt-solid": shirt(MAN, "solid", 0.6),
    "mens-shirt-checked": shirt(MAN, "checked", 0.5),
    "mens-shirt-striped": shirt(MAN, "striped", 0.6),
    "mens-kurta": mens_kurta,
    "mens-sweater-solid": sweater("solid", MAN),
    "mens-sweater-striped": sweater("striped", MAN),
    "mens-sweatshirt": sweatshirt,
    "mens-jacket": jacket(MAN),
    "mens-vest": vest,
    "womens-tshirt-solid": womens_tshirt(False),
    "womens-tshirt-printed": womens_tshirt(True),
    "womens-shirt-solid": shirt(WOMAN, "solid", 0.85),
    "womens-shirt-patterned": shirt(WOMAN, "patterned", 0.85),
    "womens-top-solid": womens_top(False),
    "womens-top-patterned": womens_top(True),
    "womens-kurta-solid": kurta(False),
    "womens-kurta-printed": kurta(True),
    "bra": bra,
    "camisole": camisole,
    "hoodie": hoodie,
    "blazer": blazer,
    "longsleeve-tshirt": longsleeve,
    "boys-tshirt": kids_top(False),
    "boys-shirt": shirt(CHILD, "any", 0.0),
    "girls-top": kids_top(True),
    "mens-jeans": jeans(MAN),
    "womens-jeans": jeans(WOMAN),
    "kids-jeans": jeans(CHILD),
    "mens-trousers": trousers,
    "mens-shorts": shorts(MAN),
    "womens-shorts": shorts(WOMAN),
    "mens-track-pants": track_pants(MAN),
    "womens-leggings": leggings,
    "womens-capris": capris,
    "womens-skirt": skirt(WOMAN),
    "girls-skirt": skirt(CHILD),
    "mens-briefs": briefs("mens"),
    "womens-briefs": briefs("womens"),
    "trunks": briefs("trunks"),
    "boxers": boxers,
    "stockings": stockings,
    "womens-dress-solid": dress("solid"),
    "womens-dress-printed": dress("printed"),
    "girls-dress": girls_dress,
    "nightdress": nightdress,
    "saree": saree,
    "baby-bodysuit": bodysuit,
    "jumpsuit": dungarees,
    "tracksuit": tracksuit,
}


def sample(class_id: str, seed: int) -> Picture:
    """The picture of a class for a seed; the same seed gives the same picture."""
    return CLASSES[class_id](Random(f"{class_id}/{seed}"))
