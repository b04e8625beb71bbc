"""The outputs of a pure function for many inputs: asked again, it works only for new ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import msgspec

In = TypeVar("In")
Out = TypeVar("Out")


class Memo(msgspec.Struct, Generic[In, Out], frozen=True):
    """Inputs and outputs by name. Equal inputs have equal outputs, so none can be stale.

    Whoever calls ``updated`` sees to it that the function is the same one each time.
    """

    inputs: Mapping[str, In] = msgspec.field(default_factory=dict)
    outputs: Mapping[str, Out] = msgspec.field(default_factory=dict)

    def updated(self, function: Callable[[In], Out], inputs: Mapping[str, In]) -> Memo[In, Out]:
        """The outputs for ``inputs``, and for nothing else."""
        known = self.inputs
        outputs = {
            name: self.outputs[name] if name in known and known[name] == value else function(value)
            for name, value in inputs.items()
        }
        return Memo(inputs, outputs)
