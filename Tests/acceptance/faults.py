"""Every fault, in the order in which they are planted."""
import faults_files
import faults_form
import faults_values
import faults_money
import faults_claims
import faults_compared
from planting import FAULTS, Case

__all__ = ["FAULTS", "Case", "faults_claims", "faults_compared", "faults_files", "faults_form", "faults_money", "faults_values"]
