#!/bin/sh
#SBATCH --job-name=scorebook
#SBATCH --array=1-64
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=02:00:00
#SBATCH --output=scorebook-%A-%a.log
#
# A round in as many parts as the array has tasks, on a file system that all nodes see:
#
#   job=$(sbatch --parsable docs/scale/slurm.sh PROGRAMME RETURNS OUT)
#   sbatch --dependency=afterok:"${job%%;*}" --mem=8G --wrap="docs/scale/merge.sh 64 OUT"
#
# SCALE names the folder of these scripts where it is not docs/scale: Slurm runs a copy of this one
# from elsewhere.
set -eu
exec sh "${SCALE:-docs/scale}/shard.sh" \
  "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT" "$1" "$2" "$3"
