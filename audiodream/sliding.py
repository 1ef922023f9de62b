"""What slides along a curve: least, greatest and mean within reach of every point. Beyond its ends a curve goes on as it ends."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.floating[Any]]


def least(curve: Values, reach: int) -> Values:
    """The least from `reach` before every point to `reach` behind it, in time that does not depend on the reach (van Herk 1992)."""
    size = 2 * reach + 1
    whole = np.pad(curve, (reach, reach + -(len(curve) + 2 * reach) % size), mode="edge").reshape(-1, size)
    onward = np.minimum.accumulate(whole, axis=1).ravel()
    back = np.minimum.accumulate(whole[:, ::-1], axis=1)[:, ::-1].ravel()
    return np.minimum(back[:len(curve)], onward[2 * reach:2 * reach + len(curve)])


def greatest(curve: Values, reach: int) -> Values:
    """The greatest within reach."""
    return -least(-curve, reach)


def mean(curve: Values, reach: int) -> npt.NDArray[np.float64]:
    """The mean within reach."""
    size = 2 * reach + 1
    total = np.concatenate([[0.0], np.cumsum(np.pad(curve, reach, mode="edge"), dtype=np.float64)])
    return np.asarray((total[size:] - total[:-size]) / size, np.float64)


def mean_inside(curve: Values, reach: int) -> npt.NDArray[np.float64]:
    """The mean of the points within reach that there are."""
    at, total = np.arange(len(curve)), np.concatenate([[0.0], np.cumsum(curve, dtype=np.float64)])
    first, last = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(curve))
    return np.asarray((total[last] - total[first]) / (last - first), np.float64)


def smoothed(curve: Values, shape: Values) -> npt.NDArray[np.float64]:
    """The curve under a symmetric window of an odd length, whose sum becomes 1."""
    reach = len(shape) // 2
    return np.asarray(np.convolve(np.pad(curve, reach, mode="edge"), shape / shape.sum(), mode="valid"), np.float64)


def bridged(marks: npt.NDArray[np.bool_], points: int) -> npt.NDArray[np.bool_]:
    """Gaps of fewer than so many points between two marks, marked as well."""
    at = np.flatnonzero(marks)
    filled = np.zeros(len(marks) + 1, np.int64)
    gaps = np.diff(at)
    near = (gaps > 1) & (gaps <= points)
    filled[at[:-1][near] + 1] += 1
    filled[at[1:][near]] -= 1
    return marks | (np.cumsum(filled)[:-1] > 0)
